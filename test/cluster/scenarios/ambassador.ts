import { App, Chart } from 'cdk8s';
import { ConfigMap, Service } from 'cdk8s-plus-28';
import { AmbassadorPod, type AmbassadorOptions, Pod, type PodProps, Probe } from '../../../lib';
import type { Cluster } from '../cluster';
import { BUSYBOX, REDIS, SOCAT, TWEMPROXY } from '../images';
import { lastLine } from '../log';
import type { Check } from '../report';

const PORT = 6380;
/** How late the ambassadors begin to listen: main has one try and must not have it before. */
const DELAY = 5;

const NUTCRACKER = `cache:
  listen: 0.0.0.0:${PORT}
  redis: true
  servers:
    - redis:6379:1
`;

/** One try at the start, without which the container fails; one more at the end. */
const CLIENT = `redis-cli -p ${PORT} set greeting hello || exit 1
trap 'redis-cli -p ${PORT} get greeting; exit' TERM
while :; do sleep 1; done`;

const main: PodProps['main'] = { name: 'client', image: REDIS, command: ['sh', '-c', CLIENT] };

function chartOf(name: string): { app: App; chart: Chart } {
  const app = new App();
  return { app, chart: new Chart(app, name, { disableResourceNameHashes: true }) };
}

function backend(): string {
  const { app, chart } = chartOf('backend');
  const pod = new Pod(chart, 'redis', {
    metadata: { name: 'redis', labels: { app: 'redis' } },
    main: {
      name: 'redis',
      image: REDIS,
      ports: [{ containerPort: 6379 }],
      readinessProbe: Probe.tcpSocket(6379),
    },
  });
  new Service(chart, 'service', { metadata: { name: 'redis' }, selector: pod, ports: [{ port: 6379 }] });
  return app.synthYaml();
}

function listeningToAll(): string {
  const { app, chart } = chartOf('all');
  new ConfigMap(chart, 'config', {
    metadata: { name: 'nutcracker' },
    data: { 'nutcracker.yml': NUTCRACKER },
  });
  const container = {
    name: 'twemproxy',
    image: TWEMPROXY,
    command: ['sh', '-c', `sleep ${DELAY}; exec nutcracker -c /etc/nutcracker/nutcracker.yml`],
    volumeMounts: [{ name: 'config', mountPath: '/etc/nutcracker' }],
  };
  new AmbassadorPod(chart, 'cache', {
    metadata: { name: 'cache' },
    main,
    ambassador: { container, port: PORT },
    volumes: [{ name: 'config', configMap: { name: 'nutcracker' } }],
    terminationGracePeriodSeconds: 8, // nutcracker as process 1 ignores SIGTERM
  });
  return app.synthYaml();
}

function boundToLocalhost(): string {
  const { app, chart } = chartOf('local');
  const command = [
    'sh',
    '-c',
    `sleep ${DELAY}; exec socat TCP-LISTEN:${PORT},bind=127.0.0.1,fork,reuseaddr TCP:redis:6379`,
  ];
  const ambassador: AmbassadorOptions = {
    container: { name: 'socat', image: SOCAT, command },
    port: PORT,
    localhostOnly: true,
    wait: { image: BUSYBOX },
  };
  new AmbassadorPod(chart, 'local', { metadata: { name: 'local' }, main, ambassador });
  return app.synthYaml();
}

/**
 * Main starts once its ambassador takes connections, reaches what is behind it, and does so up to its own
 * end.
 */
export async function ambassador(cluster: Cluster, check: Check): Promise<void> {
  await cluster.apply(backend());
  await cluster.wait('pod/redis', 'condition=Ready');
  await cluster.apply(listeningToAll());
  await cluster.apply(boundToLocalhost());
  await reaches(cluster, check, 'cache', 'twemproxy');
  await reaches(cluster, check, 'local', 'socat');

  const local = await cluster.pod('local');
  const [wait, gap] = [
    local.finishedAt('wait-for-socat') - local.startedAt('socat'),
    local.startedAt('client') - local.finishedAt('wait-for-socat'),
  ];
  check(
    'main waits for the wait container',
    wait >= DELAY && gap >= 0,
    `it passed ${wait} s after socat's start, main started ${gap} s later`,
  );
  await outlives(cluster, check, 'cache');
  await outlives(cluster, check, 'local');
}

async function reaches(cluster: Cluster, check: Check, pod: string, container: string): Promise<void> {
  await cluster.wait(`pod/${pod}`, 'condition=Ready');
  const state = await cluster.pod(pod);
  const later = state.startedAt('client') - state.startedAt(container);
  check(
    `${pod}: main starts after ${container} listens`,
    later >= DELAY,
    `${later} s after its start, it listens after ${DELAY} s`,
  );
  const [log, restarts] = [await cluster.logs(pod, 'client'), state.restarts('client')];
  check(
    `${pod}: main reaches its backend at the first try`,
    log === 'OK\n' && restarts === 0,
    `${JSON.stringify(log)}, ${restarts} restarts`,
  );
}

async function outlives(cluster: Cluster, check: Check, pod: string): Promise<void> {
  const log = await cluster.follow(pod, 'client');
  const removal = await cluster.remove(`pod/${pod}`);
  const last = lastLine(await log.whole);
  check(
    `${pod}: the ambassador outlives main`,
    last === 'hello',
    `${JSON.stringify(last)} after SIGTERM, Pod gone after ${removal} s`,
  );
}
