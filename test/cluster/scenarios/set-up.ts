import { ApiObject, App, Chart, Duration } from 'cdk8s';
import { Secret } from 'cdk8s-plus-28';
import {
  CopyFiles,
  FixPermissions,
  InitGate,
  type k8s,
  Migrate,
  Pod,
  type PodPattern,
  type PodTemplateProps,
  RenderConfig,
  SocketCompanion,
  StatefulMember,
  StatefulSet,
} from '../../../lib';
import { type Cluster, stopwatch } from '../cluster';
import { BUSYBOX, NGINX, SOCAT } from '../images';
import { lastLine } from '../log';
import type { Check } from '../report';

const USER = 1000;
const GROUP = 2000;
const DATA = '/data';
const SCRATCH = '/scratch';
const SOCKET = '/run/app/app.sock';
/** How late the companion listens: main has one try and must not have it before. */
const DELAY = 4;
const TIMEOUT = 3;
/** What a shell would make something else of. */
const WORD = 'a $(word) of "${POD}" & `id`';
const COPIED = '/etc/nginx/mime.types';

/** Leaves a volume as another user would. */
const seed: k8s.Container = {
  name: 'seed',
  image: BUSYBOX,
  command: [
    'sh',
    '-c',
    `mkdir -m 700 ${DATA}/deep && echo theirs > ${DATA}/deep/file && chmod 600 ${DATA}/deep/file && ln -s /etc/passwd ${DATA}/link`,
  ],
  securityContext: { runAsUser: 0, runAsNonRoot: false },
  volumeMounts: [{ name: 'data', mountPath: DATA }],
};

const companion: k8s.Container = {
  name: 'companion',
  image: SOCAT,
  command: ['sh', '-c', `sleep ${DELAY}; exec socat UNIX-LISTEN:${SOCKET},fork SYSTEM:'echo hello'`],
};

const migrate: k8s.Container = {
  name: 'migrate',
  image: BUSYBOX,
  command: ['sh', '-c', `echo "ours, by $0" >> ${DATA}/deep/file`, 'migrate'],
};

const patterns = (): PodPattern[] => [
  new InitGate({ containers: [seed] }),
  new FixPermissions({
    fsGroup: GROUP,
    paths: [DATA],
    user: USER,
    group: USER,
    mode: 'u=rwX,go=',
    image: BUSYBOX,
  }),
  new CopyFiles({ image: NGINX, from: [COPIED], to: '/opt/files', mode: 'a=r' }),
  new RenderConfig({
    to: '/etc/app',
    templates: { 'app.conf': 'pod ${POD}, ${WORD}, ${KEPT}\n' },
    image: BUSYBOX,
    env: [
      { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
      { name: 'WORD', valueFrom: { secretKeyRef: { name: 'words', key: 'word' } } },
    ],
  }),
  new StatefulMember({
    service: 'members',
    replicas: 2,
    image: BUSYBOX,
    files: [{ name: 'role.conf', on: 'others', content: 'follow ${MEMBER_FIRST_HOST} as ${MEMBER_ID}\n' }],
  }),
  new SocketCompanion({ container: companion, socket: SOCKET }),
  new Migrate({
    container: migrate,
    mountsFromMain: true,
    lock: ['flock', `${DATA}/lock`],
    timeout: Duration.seconds(30),
  }),
];

function members(): string {
  const app = new App();
  const chart = new Chart(app, 'members', { disableResourceNameHashes: true });
  const service = { clusterIP: 'None', selector: { app: 'members' }, ports: [{ port: 1 }] };
  new ApiObject(chart, 'service', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'members' },
    spec: service,
  });
  new Secret(chart, 'words', { metadata: { name: 'words' }, stringData: { word: WORD } });
  new StatefulSet(chart, 'members', {
    metadata: { name: 'members' },
    replicas: 2,
    podManagementPolicy: 'Parallel',
    serviceName: 'members',
    pod: member(),
  });
  return app.synthYaml();
}

function member(): PodTemplateProps {
  const once = `socat -u UNIX-CONNECT:${SOCKET} - || exit 1; trap exit TERM; while :; do sleep 1; done`;
  const volumeMounts = [
    { name: 'data', mountPath: DATA },
    { name: 'scratch', mountPath: SCRATCH },
  ];
  return {
    metadata: { labels: { app: 'members' } },
    securityContext: { runAsUser: USER, runAsGroup: USER, runAsNonRoot: true },
    main: { name: 'app', image: SOCAT, command: ['sh', '-c', once], volumeMounts },
    volumes: volumeMounts.map(({ name }) => ({ name, emptyDir: { sizeLimit: '1Mi' } })),
    patterns: patterns(),
  };
}

/** A migration that heeds no signal. */
function stuck(): string {
  const chart = new Chart(new App(), 'stuck', { disableResourceNameHashes: true });
  const container: k8s.Container = {
    name: 'migrate',
    image: BUSYBOX,
    command: ['sh', '-c', "trap '' TERM; while :; do sleep 1; done"],
  };
  return new Pod(chart, 'stuck', {
    metadata: { name: 'stuck' },
    restartPolicy: 'Never',
    main: { name: 'app', image: BUSYBOX, command: ['true'] },
    patterns: [new Migrate({ container, timeout: Duration.seconds(TIMEOUT) })],
  }).toYaml();
}

/**
 * What runs before main leaves it what it needs, one pattern on top of another, with the rights that it has
 * by default.
 */
export async function setUp(cluster: Cluster, check: Check): Promise<void> {
  const clock = stopwatch();
  await cluster.apply(members());
  await cluster.apply(stuck());
  await cluster.rollout('statefulset/members');
  const rollout = clock();
  check(
    'six patterns and a gate on a StatefulSet',
    rollout < 60,
    `rollout ${rollout} s, of which the companion takes ${DELAY} s`,
  );
  await permissions(cluster, check);
  await migrates(cluster, check);
  await files(cluster, check);
  await rendered(cluster, check);
  await membership(cluster, check);
  await socket(cluster, check);
  await stops(cluster, check);
  const removal = await cluster.remove('statefulset/members');
  check('ends in seconds', removal < 20, `${removal} s of a grace period of 30 s`);
}

const run = (cluster: Cluster, ...command: string[]) => cluster.exec('members-0', 'app', ...command);

async function permissions(cluster: Cluster, check: Check): Promise<void> {
  const owners = await run(cluster, 'stat', '-c', '%n %u:%g %a', DATA, `${DATA}/deep`, `${DATA}/deep/file`);
  const wanted = [
    `${DATA} ${USER}:${USER} 700`,
    `${DATA}/deep ${USER}:${USER} 700`,
    `${DATA}/deep/file ${USER}:${USER} 600`,
  ];
  check(
    'FixPermissions: root with four capabilities gives files to main',
    owners.trim() === wanted.join('\n'),
    owners.trim().replaceAll('\n', ', '),
  );
  const scratch = await run(cluster, 'sh', '-c', `touch ${SCRATCH}/file && stat -c "%g" ${SCRATCH}/file`);
  check(
    'FixPermissions: the kubelet gives volumes to fsGroup',
    scratch.trim() === String(GROUP),
    `group ${scratch.trim()}`,
  );
}

async function migrates(cluster: Cluster, check: Check): Promise<void> {
  const file = await run(cluster, 'cat', `${DATA}/deep/file`);
  check(
    'Migrate: runs under its lock with mounts of main',
    file === 'theirs\nours, by migrate\n',
    JSON.stringify(file),
  );
}

async function files(cluster: Cluster, check: Check): Promise<void> {
  const copy = await run(
    cluster,
    'sh',
    '-c',
    'stat -c "%a" /opt/files/mime.types; grep -c text/html /opt/files/mime.types; touch /opt/files/new 2>&1 || :',
  );
  check(
    'CopyFiles: main reads files of another image',
    copy.startsWith('444\n1\n') && copy.includes('Read-only'),
    JSON.stringify(copy),
  );
}

async function rendered(cluster: Cluster, check: Check): Promise<void> {
  const text = await run(cluster, 'cat', '/etc/app/app.conf');
  check(
    'RenderConfig: fills in a field of the Pod and a Secret',
    text === `pod members-0, ${WORD}, \${KEPT}\n`,
    JSON.stringify(text),
  );
}

async function membership(cluster: Cluster, check: Check): Promise<void> {
  const roles = await Promise.all(
    ['members-0', 'members-1'].map((pod) =>
      cluster.exec(
        pod,
        'app',
        'sh',
        '-c',
        'cd /run/member; cat server-id role; cat role.conf 2> /dev/null || :',
      ),
    ),
  );
  const follows = /^2\nreplica\nfollow members-0\.members\.(\S+)\.svc\.cluster\.local as 2\n$/.test(roles[1]);
  check('StatefulMember: each has its own', roles[0] === '1\nprimary\n' && follows, JSON.stringify(roles));
  const found = await run(
    cluster,
    'sh',
    '-c',
    'for host in `cat /run/member/peers`; do nslookup "$host" > /dev/null && echo "${host%%.*}"; done',
  );
  check('StatefulMember: peers are known by DNS', found === 'members-0\nmembers-1\n', JSON.stringify(found));
}

async function socket(cluster: Cluster, check: Check): Promise<void> {
  const state = await cluster.pod('members-0');
  const later = state.startedAt('app') - state.startedAt('companion');
  check(
    'SocketCompanion: main starts after it listens',
    later >= DELAY,
    `${later} s after its start, it listens after ${DELAY} s`,
  );
  const [log, restarts] = [await cluster.logs('members-0', 'app'), state.restarts('app')];
  check(
    'SocketCompanion: main reaches it at the first try',
    log === 'hello\n' && restarts === 0,
    `${JSON.stringify(log)}, ${restarts} restarts`,
  );
}

async function stops(cluster: Cluster, check: Check): Promise<void> {
  await cluster.wait('pod/stuck', 'jsonpath={.status.phase}=Failed');
  const state = await cluster.pod('stuck');
  const ran = state.finishedAt('migrate') - state.startedAt('migrate');
  const line = lastLine(await cluster.logs('stuck', 'migrate'));
  const bounded = state.exitCode('migrate') === 124 && ran >= TIMEOUT + 10 && ran <= TIMEOUT + 15;
  check(
    'Migrate: stops what ignores SIGTERM',
    bounded && line === `migrate: stopped after ${TIMEOUT} s`,
    `exit code ${state.exitCode('migrate')} after ${ran} s, ${JSON.stringify(line)}`,
  );
}
