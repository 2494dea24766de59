import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Size } from 'cdk8s';
import {
  LogSidecar,
  PodTemplate,
  type PodTemplateProps,
  StatefulMember,
  type StatefulMemberOptions,
} from '../../lib';
import { ContainerRun } from '../support/container-run';
import { podErrors } from '../support/judged-pod';
import { describeInShells, type Shell } from '../support/programs';
import { atLine } from '../support/at-line';

const main = { name: 'app', image: 'app' };
const pod = (options: Partial<StatefulMemberOptions> = {}, props: Partial<PodTemplateProps> = {}) =>
  new PodTemplate({ main, ...props, patterns: [new StatefulMember({ service: 'db', ...options })] });

test('an init container that knows its Pod fills a limited volume, which main mounts read-only', () => {
  const { containers, initContainers, volumes } = pod({ replicas: 3 }).toSpec();
  expect(containers).toEqual([
    { ...main, volumeMounts: [{ name: 'member', mountPath: '/run/member', readOnly: true }] },
  ]);
  expect(volumes).toEqual([{ name: 'member', emptyDir: { sizeLimit: '1Mi' } }]);
  expect(initContainers).toEqual([
    expect.objectContaining({
      name: 'member',
      image: 'busybox:1.37',
      env: [
        { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
        { name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
      ],
      volumeMounts: [{ name: 'member', mountPath: '/mnt/member' }],
    }),
  ]);
});

test('every default can be replaced', () => {
  const own = {
    directory: '/etc/db',
    readOnly: false,
    sizeLimit: Size.mebibytes(2),
    name: 'own',
    image: 'alpine:3',
    resources: {},
    securityContext: {},
  };
  const { containers, initContainers, volumes } = pod(own).toSpec();
  expect(containers[0].volumeMounts).toEqual([{ name: 'member', mountPath: '/etc/db' }]);
  expect(initContainers).toEqual([
    expect.objectContaining({ name: 'own', image: 'alpine:3', resources: {}, securityContext: {} }),
  ]);
  expect(volumes).toEqual([{ name: 'member', emptyDir: { sizeLimit: '2Mi' } }]);
  expect(pod({ volume: { name: 'v', emptyDir: {} } }).volumes).toEqual([{ name: 'v', emptyDir: {} }]);
});

test('a volume that main has there is filled, and init containers and sidecars find the files', () => {
  const { containers, initContainers, volumes } = new PodTemplate({
    main: { ...main, volumeMounts: [{ name: 'data', mountPath: '/data' }] },
    initContainers: [{ name: 'clone' }],
    patterns: [
      new StatefulMember({ service: 'db', directory: '/data/member' }),
      new LogSidecar({ files: ['/logs/a.log'] }),
    ],
  }).toSpec();
  expect(containers[0].volumeMounts![0]).toEqual({ name: 'data', mountPath: '/data' });
  expect(initContainers!.map(({ name }) => name)).toEqual(['member', 'log-sidecar', 'clone']);
  expect(initContainers![0].args![0]).toBe('/mnt/member/member');
  expect(volumes!.map(({ name }) => name)).toEqual(['logs']);
});

test('two stack, without a name in common', () => {
  const template = pod();
  template.add(new StatefulMember({ service: 'other', directory: '/run/other' }));
  expect(template.initContainers.map(({ name, volumeMounts }) => [name, volumeMounts![0].name])).toEqual([
    ['member', 'member'],
    ['member-2', 'member-2'],
  ]);
});

test('it is under the restricted level where main is', () => {
  expect(
    podErrors([
      new StatefulMember({
        service: 'db',
        replicas: 3,
        files: [{ name: 'a', content: '$(x) ${MEMBER_ID}' }],
      }),
    ]),
  ).toEqual([]);
});

test.each([
  [{ service: '' }, 'StatefulMember: "service" is empty: specify the headless Service of the StatefulSet'],
  [{ directory: 'run' }, 'StatefulMember: "directory" is "run": use an absolute path'],
  [{ replicas: 1.5 }, 'StatefulMember: "replicas" is 1.5: use an integer of 0 or more'],
  [{ start: -1 }, 'StatefulMember: "start" is -1'],
  [{ files: [{ name: '../a', content: '' }] }, 'StatefulMember: file "../a" is not a file name'],
  [{ files: [{ name: '..', content: '' }] }, 'StatefulMember: file ".." is not a file name'],
  [{ files: [{ name: 'env', content: '' }] }, 'StatefulMember: file "env" is written by the pattern'],
  [
    { files: [{ name: 'a', content: '${MEMBER_IDD}' }] },
    'StatefulMember: file "a" refers to the unknown variable ${MEMBER_IDD}: use one of MEMBER_NAME, MEMBER_NAMESPACE',
  ],
  [
    { files: [{ name: 'a', content: '${MEMBER_PEERS}' }] },
    'StatefulMember: file "a" refers to ${MEMBER_PEERS}: set "replicas"',
  ],
])('%j is refused', (options, message) => {
  expect(() => new StatefulMember({ service: 'db', ...options })).toThrow(atLine(message));
});

async function setUp(shell: Shell, podName: string, options: Partial<StatefulMemberOptions>) {
  const { command, args, ...container } = pod(options).initContainers[0];
  const directory = join(mkdtempSync(join(tmpdir(), 'member-')), 'made');
  const env = { ...shell.env, POD_NAME: podName, POD_NAMESPACE: 'prod' };
  const run = new ContainerRun(
    { ...container, command, args: [directory, ...args!.slice(1)] },
    { ...shell, env },
  );
  const { code } = await run.end();
  const files = existsSync(directory)
    ? readdirSync(directory).map((name) => [name, readFileSync(join(directory, name), 'utf8')])
    : [];
  return {
    code,
    directory,
    stdout: run.stdout,
    stderr: run.stderr,
    files: Object.fromEntries(files) as { [name: string]: string },
  };
}

describeInShells('in', (shell) => {
  test('a member knows itself and its peers', async () => {
    const { code, stdout, stderr, files } = await setUp(shell, 'my-db-2', { replicas: 3 });
    expect([code, stdout, stderr]).toEqual([0, 'my-db-2 is member 3, replica\n', '']);
    expect(files).toEqual({
      env: [
        "export MEMBER_NAME='my-db-2'",
        "export MEMBER_NAMESPACE='prod'",
        "export MEMBER_SET='my-db'",
        "export MEMBER_ORDINAL='2'",
        "export MEMBER_ID='3'",
        "export MEMBER_ROLE='replica'",
        "export MEMBER_HOST='my-db-2.db.prod.svc.cluster.local'",
        "export MEMBER_FIRST_HOST='my-db-0.db.prod.svc.cluster.local'",
        "export MEMBER_PEERS='my-db-0.db.prod.svc.cluster.local,my-db-1.db.prod.svc.cluster.local,my-db-2.db.prod.svc.cluster.local'",
        '',
      ].join('\n'),
      host: 'my-db-2.db.prod.svc.cluster.local\n',
      name: 'my-db-2\n',
      ordinal: '2\n',
      peers: [0, 1, 2].map((number) => `my-db-${number}.db.prod.svc.cluster.local\n`).join(''),
      role: 'replica\n',
      'server-id': '3\n',
    });
  });

  test('numbers, roles, domain and peers are as asked for', async () => {
    const { files, stdout } = await setUp(shell, 'kafka-5', {
      start: 5,
      replicas: 2,
      serverIdOffset: 0,
      domain: 'corp.example',
      firstRole: 'leader',
      peer: '${PEER_ID}@${PEER_HOST}:9093',
      peerSeparator: ' ; ',
      files: [{ name: 'peers.conf', content: 'voters=${MEMBER_PEERS}' }],
    });
    expect(stdout).toBe('kafka-5 is member 5, leader\n');
    expect(files['peers.conf']).toBe(
      'voters=5@kafka-5.db.prod.svc.corp.example:9093 ; 6@kafka-6.db.prod.svc.corp.example:9093',
    );
  });

  test('files are for all, for the first or for the others', async () => {
    const files = [
      { name: 'server-id.cnf', content: '[mysqld]\nserver-id=${MEMBER_ID}\n' },
      { name: 'primary.cnf', content: 'log-bin\n', on: 'first' as const },
      { name: 'replica.cnf', content: 'primary=${MEMBER_FIRST_HOST}\n', on: 'others' as const },
    ];
    const [first, other] = [
      await setUp(shell, 'db-0', { files, serverIdOffset: 100 }),
      await setUp(shell, 'db-1', { files }),
    ];
    expect([first.files['server-id.cnf'], first.files['primary.cnf'], first.files['replica.cnf']]).toEqual([
      '[mysqld]\nserver-id=100\n',
      'log-bin\n',
      undefined,
    ]);
    expect([other.files['primary.cnf'], other.files['replica.cnf']]).toEqual([
      undefined,
      'primary=db-0.db.prod.svc.cluster.local\n',
    ]);
    expect(first.files).not.toHaveProperty('peers');
  });

  test('hostile texts and names are just text', async () => {
    const marker = join(mkdtempSync(join(tmpdir(), 'member-')), 'pwned');
    const texts = [
      'a b',
      "it's",
      '"',
      `$(touch ${marker})`,
      `\`touch ${marker}\``,
      '$HOME ${HOME} $$',
      '-n',
      '',
      'ü\n\n',
      '*',
      '\\n %s \\',
      '${MEMBER_',
      '${{MEMBER_ID}}',
      '}',
    ];
    const files = texts.map((content, index) => ({ name: `-${index} '"$(x)ü`, content }));
    const quoted = 'it\'s "$(x)" `y` \\ ü';
    const made = await setUp(shell, 'db-0', {
      files,
      replicas: 1,
      firstRole: quoted,
      peer: `${quoted}\${PEER_ID}`,
      peerSeparator: '"',
    });
    expect([made.code, made.stderr]).toEqual([0, '']);
    for (const { name, content } of files) expect(made.files[name]).toBe(content);
    const sourced = execFileSync(
      shell.command,
      ['-c', '. "$1/env"; printf "%s|%s" "$MEMBER_ROLE" "$MEMBER_PEERS"', 'sh', made.directory],
      { env: shell.env, encoding: 'utf8' },
    );
    expect(sourced).toBe(`${quoted}|${quoted}1`);
    expect(existsSync(marker)).toBe(false);
  });

  test.each(['db', 'db-x7k2p', '7', 'db-'])('a Pod called %s is refused', async (name) => {
    const { code, stderr, files } = await setUp(shell, name, {});
    expect([code, stderr, files]).toEqual([
      1,
      `member: the Pod is called ${name}, which does not end with an ordinal: is it one of a StatefulSet?\n`,
      {},
    ]);
  });

  test('one that is not among its peers is told', async () => {
    const { code, stderr } = await setUp(shell, 'db-3', { replicas: 3 });
    expect([code, stderr]).toEqual([0, 'member: db-3 is not among its 3 peers\n']);
  });
});
