import { setTimeout as pause } from 'node:timers/promises';
import { App, Chart } from 'cdk8s';
import { DaemonSet, Deployment, LogSidecar, type PodTemplateProps, StatefulSet } from '../../../lib';
import { type Cluster, stopwatch, until } from '../cluster';
import { gateOn, start } from '../database';
import { BUSYBOX } from '../images';
import type { PodState } from '../pod-state';
import type { Check } from '../report';

const LOG = '/var/log/app/app.log';
const SCRIPT = `trap 'echo goodbye >> ${LOG}; exit' TERM; echo "hello of $HOSTNAME" >> ${LOG}; while :; do sleep 1; done`;
const STORE = 'store';
const GATE = 'init-gate';

const WORKLOADS = [
  { name: 'deployment/front', app: 'front', replicas: 2 },
  { name: 'statefulset/middle', app: 'middle', replicas: 2 },
  { name: 'daemonset/agent', app: 'agent', replicas: 1 },
] as const;

type Workload = (typeof WORKLOADS)[number];

function pod(app: string): PodTemplateProps {
  return {
    metadata: { labels: { app } },
    main: { name: 'app', image: BUSYBOX, command: ['sh', '-c', SCRIPT] },
    patterns: [gateOn(STORE), new LogSidecar({ files: [LOG], image: BUSYBOX })],
  };
}

function manifest(): string {
  const app = new App();
  const chart = new Chart(app, 'workloads', { disableResourceNameHashes: true });
  new Deployment(chart, 'front', { metadata: { name: 'front' }, replicas: 2, pod: pod('front') });
  new StatefulSet(chart, 'middle', {
    metadata: { name: 'middle' },
    replicas: 2,
    podManagementPolicy: 'Parallel',
    serviceName: 'middle',
    pod: pod('middle'),
  });
  new DaemonSet(chart, 'agent', { metadata: { name: 'agent' }, pod: pod('agent') });
  return app.synthYaml();
}

/**
 * On each kind the gate holds all Pods back, the sidecar ships their logs, and Pods are replaced and deleted
 * in seconds.
 */
export async function workloads(cluster: Cluster, check: Check): Promise<void> {
  await cluster.apply(manifest());
  await holds(cluster, check);
  const clock = stopwatch();
  await start(cluster, STORE);
  const there = clock();
  const all = async (act: (workload: Workload) => Promise<void>) => {
    await Promise.all(WORKLOADS.map(act));
  };
  await all(async (workload) => {
    await cluster.rollout(workload.name);
    const ready = clock();
    const pods = await podsOf(cluster, workload);
    check(
      `${workload.name} starts in order`,
      pods.length === workload.replicas && pods.every(inOrder),
      `${pods.length} Pods: gate, sidecar, main; Ready ${(ready - there).toFixed(1)} s after what they wait for, ${ready} s after that was asked for`,
    );
  });
  await all((workload) => replaces(cluster, check, workload));
  await all((workload) => ends(cluster, check, workload));
}

async function holds(cluster: Cluster, check: Check): Promise<void> {
  for (const { app, replicas } of WORKLOADS) {
    const waiting = async () =>
      (await cluster.pods(`app=${app}`)).filter((state) => state.isRunning(GATE)).length === replicas;
    await until(`the gates of ${app}`, 60, async () => ((await waiting()) ? true : undefined));
  }
  await pause(5000);
  const pods = (await Promise.all(WORKLOADS.map((workload) => podsOf(cluster, workload)))).flat();
  const held = pods.filter(
    (state) => state.phase === 'Pending' && state.isRunning(GATE) && !state.restarts(GATE),
  );
  check(
    'all gates hold',
    pods.length === 5 && held.length === 5,
    `${held.length} of ${pods.length} Pods after 5 s`,
  );
}

async function replaces(cluster: Cluster, check: Check, workload: Workload): Promise<void> {
  const before = (await podsOf(cluster, workload)).map(({ id }) => id);
  const clock = stopwatch();
  await cluster.kubectl(['rollout', 'restart', workload.name]);
  await cluster.rollout(workload.name);
  const took = clock();
  const fresh = (await staying(cluster, workload)).filter(({ id, ready }) => ready && !before.includes(id));
  check(
    `${workload.name} replaces its Pods in seconds`,
    fresh.length === workload.replicas && took < 45,
    `${fresh.length} in ${took} s`,
  );
}

async function ends(cluster: Cluster, check: Check, workload: Workload): Promise<void> {
  const running = await staying(cluster, workload);
  const logs = await Promise.all(running.map(({ name }) => cluster.follow(name, 'log-sidecar')));
  const took = await cluster.remove(workload.name);
  const texts = await Promise.all(logs.map(({ whole }) => whole));
  const shipped = texts.filter((text, index) => text === `hello of ${running[index].name}\ngoodbye\n`);
  check(
    `${workload.name} ships the first and the last line of each Pod`,
    shipped.length === workload.replicas,
    JSON.stringify(texts),
  );
  check(`${workload.name} ends in seconds`, took < 20, `${took} s of a grace period of 30 s`);
}

const podsOf = (cluster: Cluster, { app }: Workload) => cluster.pods(`app=${app}`);

const staying = async (cluster: Cluster, workload: Workload) =>
  (await podsOf(cluster, workload)).filter(({ leaving }) => !leaving);

const inOrder = (state: PodState) =>
  state.ready &&
  state.finishedAt(GATE) <= state.startedAt('log-sidecar') &&
  state.startedAt('log-sidecar') <= state.startedAt('app');
