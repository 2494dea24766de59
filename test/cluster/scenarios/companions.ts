import { App, Chart } from 'cdk8s';
import { Secret, Service } from 'cdk8s-plus-28';
import {
  Adapter,
  Adapters,
  Ambassador,
  Ambassadors,
  Deployment,
  Job,
  type k8s,
  Pod,
  type PodPattern,
  type PodTemplateProps,
  StatefulSet,
} from '../../../lib';
import { type Cluster, until } from '../cluster';
import { SERVERS } from '../images';
import type { Check } from '../report';

const PASSWORD = 'secret';
const POSTGRES = '/usr/lib/postgresql/17/bin';
const AS_SERVER: k8s.SecurityContext = { runAsUser: 1000, runAsGroup: 1000 };

const REDIS: k8s.Container = {
  name: 'redis',
  image: SERVERS,
  command: ['redis-server', '--protected-mode', 'no', '--save', ''],
  ports: [{ containerPort: 6379 }],
  readinessProbe: { tcpSocket: { port: 6379 }, periodSeconds: 1 },
  securityContext: AS_SERVER,
  workingDir: '/tmp',
};

const DATABASE: k8s.Container = {
  name: 'postgres',
  image: SERVERS,
  command: [
    'sh',
    '-ec',
    `umask 077
    printf ${PASSWORD} > /tmp/password
    ${POSTGRES}/initdb --pgdata=/tmp/data --username=app --pwfile=/tmp/password --auth=scram-sha-256 > /dev/null
    echo 'host all all all scram-sha-256' >> /tmp/data/pg_hba.conf
    exec ${POSTGRES}/postgres -D /tmp/data -h '*' -k /tmp`,
  ],
  ports: [{ containerPort: 5432 }],
  readinessProbe: {
    exec: { command: [`${POSTGRES}/pg_isready`, '-q', '-h', '127.0.0.1'] },
    periodSeconds: 1,
  },
  securityContext: AS_SERVER,
};

/** One request at the start, without which the container fails. */
const client = (request: string, after: string): k8s.Container => ({
  name: 'client',
  image: SERVERS,
  command: ['sh', '-ec', `${request}\n${after}`],
  env: [{ name: 'PGPASSWORD', value: PASSWORD }],
});
const FOREVER = "trap 'exit 0' TERM; while :; do sleep 1; done";
const QUERY = `${POSTGRES}/psql --username=app --dbname=postgres --tuples-only --no-align --command='select 6*7'`;

const twemproxy = () =>
  new Ambassador({
    container: Ambassadors.twemproxy({
      pools: [{ name: 'cache', port: 6380, servers: [{ host: 'companion-redis' }] }],
      mainEnv: { REDIS_URL: 'url' },
    }),
  });
const haProxy = () =>
  new Ambassador({
    container: Ambassadors.haProxy({
      backends: [
        {
          name: 'cache',
          port: 6400,
          servers: [{ host: 'companion-redis', port: 6379 }],
          check: { type: 'redis' },
          scheme: 'redis',
        },
      ],
      mainEnv: { REDIS_URL: 'url' },
    }),
  });
const pgBouncer = () =>
  new Ambassador({
    container: Ambassadors.pgBouncer({
      host: 'companion-db',
      authFile: { name: 'companion-db', key: 'users' },
      mainEnv: { PGHOST: 'host', PGPORT: 'port' },
    }),
  });
const redisMetrics = () => new Adapter({ container: Adapters.redisMetrics() });
const postgresMetrics = () =>
  new Adapter({
    container: Adapters.postgresMetrics({
      username: 'app',
      password: { name: 'companion-db', key: 'password' },
    }),
  });

interface Sidecar {
  readonly container: string;
  readonly pattern: () => PodPattern;
  readonly main: (after: string) => k8s.Container;
  /** What the main container logs, if it is a client. */
  readonly answer?: string;
  /** Port of the metrics of the main container, and a sample of them, if it is a server. */
  readonly metrics?: readonly [port: number, sample: string];
}

const PING = 'redis-cli -u "$REDIS_URL" ping';
const server = (container: k8s.Container) => (after: string) =>
  after === FOREVER
    ? container
    : { ...container, command: ['sh', '-c', 'sleep 2'], readinessProbe: undefined };

const SIDECARS: readonly Sidecar[] = [
  {
    container: 'twemproxy',
    pattern: twemproxy,
    main: (after) => client('redis-cli -u "$REDIS_URL" set a 1', after),
    answer: 'OK\n',
  },
  { container: 'haproxy', pattern: haProxy, main: (after) => client(PING, after), answer: 'PONG\n' },
  { container: 'pgbouncer', pattern: pgBouncer, main: (after) => client(QUERY, after), answer: '42\n' },
  { container: 'redis-exporter', pattern: redisMetrics, main: server(REDIS), metrics: [9121, 'redis_up 1'] },
  {
    container: 'postgres-exporter',
    pattern: postgresMetrics,
    main: server(DATABASE),
    metrics: [9187, 'pg_up 1'],
  },
];

function servers(): string {
  const app = new App();
  const chart = new Chart(app, 'companion', { disableResourceNameHashes: true });
  for (const [name, main, port] of [
    ['companion-redis', REDIS, 6379],
    ['companion-db', DATABASE, 5432],
  ] as const) {
    const selector = new Pod(chart, name, { metadata: { name, labels: { app: name } }, main });
    new Service(chart, `${name}-service`, { metadata: { name }, selector, ports: [{ port }] });
  }
  new Secret(chart, 'secret', {
    metadata: { name: 'companion-db' },
    stringData: { users: `"app" "${PASSWORD}"\n`, password: PASSWORD },
  });
  return app.synthYaml();
}

function workloads({ container, pattern, main }: Sidecar): string {
  const app = new App();
  const chart = new Chart(app, container, { disableResourceNameHashes: true });
  const pod = (kind: string, after: string): PodTemplateProps => ({
    metadata: { labels: { app: `${container}-${kind}` } },
    main: main(after),
    patterns: [pattern()],
  });
  new Deployment(chart, 'deployment', { pod: pod('deployment', FOREVER) });
  new StatefulSet(chart, 'set', { serviceName: container, pod: pod('set', FOREVER) });
  new Job(chart, 'job', { backoffLimit: 0, pod: pod('job', '') });
  return app.synthYaml();
}

/** Each companion beside a client or server, in workloads that run on and in one that completes. */
export async function companions(cluster: Cluster, check: Check): Promise<void> {
  await cluster.apply(servers());
  await cluster.wait('pod/companion-redis', 'condition=Ready');
  await cluster.wait('pod/companion-db', 'condition=Ready');
  for (const sidecar of SIDECARS) await beside(cluster, check, sidecar);
}

async function beside(cluster: Cluster, check: Check, sidecar: Sidecar): Promise<void> {
  const { container } = sidecar;
  await cluster.apply(workloads(sidecar));
  for (const [kind, object] of [
    ['deployment', `deployment/${container}-deployment`],
    ['set', `statefulset/${container}-set`],
  ]) {
    await cluster.rollout(object);
    await starts(cluster, check, sidecar, kind);
    await restarts(cluster, check, sidecar, kind);
    const removal = await cluster.remove(object);
    check(`${container}: ${kind} is gone in seconds`, removal < 15, `${removal} s`);
  }
  await cluster.wait(`job/${container}-job`, 'condition=Complete');
  check(`${container}: the Job completes`, true, 'condition Complete');
}

async function starts(cluster: Cluster, check: Check, sidecar: Sidecar, kind: string): Promise<void> {
  const { container, metrics } = sidecar;
  const main = sidecar.main(FOREVER).name;
  const [pod] = await cluster.pods(`app=${container}-${kind}`);
  const later = pod.startedAt(main) - pod.startedAt(container);
  check(`${container}: ${kind} starts it first`, later >= 0, `main ${later} s later`);
  const [figure, passed] = metrics
    ? await serves(cluster, pod.name, container, metrics)
    : await answers(cluster, pod.name, main, sidecar.answer!);
  const what = metrics ? 'metrics' : 'first request';
  check(
    `${container}: the ${what} of ${kind} succeed${metrics ? '' : 's'}`,
    passed && pod.restarts(main) === 0,
    figure,
  );
}

type Outcome = readonly [figure: string, passed: boolean];

async function answers(cluster: Cluster, pod: string, main: string, answer: string): Promise<Outcome> {
  const log = await until('the first request', 20, async () => (await cluster.logs(pod, main)) || undefined);
  return [JSON.stringify(log), log === answer];
}

/** An exporter starts before its server, so that it may have to wait for it. */
async function serves(
  cluster: Cluster,
  pod: string,
  container: string,
  [port, sample]: readonly [number, string],
): Promise<Outcome> {
  const get = ['wget', '-qO-', `http://127.0.0.1:${port}/metrics`];
  const found = await until(`${sample} of ${container}`, 20, async () =>
    (await cluster.exec(pod, container, ...get)).includes(`\n${sample}\n`) ? sample : undefined,
  );
  return [found, true];
}

/** Its process ends, and kubelet starts it again, without a restart of the main container. */
async function restarts(cluster: Cluster, check: Check, sidecar: Sidecar, kind: string): Promise<void> {
  const { container } = sidecar;
  const main = sidecar.main(FOREVER).name;
  const [{ name }] = await cluster.pods(`app=${container}-${kind}`);
  await cluster
    .exec(name, container, 'sh', '-c', 'kill -TERM 1; kill -INT 1; kill -USR1 1')
    .catch(() => undefined);
  const restarted = await until(`restart of ${container}`, 40, async () => {
    const state = await cluster.pod(name);
    return state.restarts(container) > 0 && state.isRunning(container) ? state : undefined;
  });
  check(
    `${container}: ${kind} restarts it alone`,
    restarted.restarts(main) === 0,
    `${restarted.restarts(container)} of it, ${restarted.restarts(main)} of main`,
  );
}
