import { setTimeout as pause } from 'node:timers/promises';
import { App, Chart, Duration } from 'cdk8s';
import { Dependency, InitGatedPod, type InitGatedPodProps } from '../../../lib';
import { type Cluster, stopwatch, until } from '../cluster';
import { database } from '../database';
import { BUSYBOX } from '../images';
import { lastLine } from '../log';
import type { Check } from '../report';

const GATE = 'init-gate';
const TIMEOUT = 5;

function gated(name: string, props: Pick<InitGatedPodProps, 'gate' | 'restartPolicy'>): string {
  const chart = new Chart(new App(), 'gates', { disableResourceNameHashes: true });
  const main = {
    name: 'api',
    image: BUSYBOX,
    command: ['sh', '-c', 'trap exit TERM; while :; do sleep 1; done'],
  };
  return new InitGatedPod(chart, name, { metadata: { name }, main, ...props }).toYaml();
}

/**
 * A gate holds main back until each dependency is there, and gives up in bounded time where one never comes.
 */
export async function initGate(cluster: Cluster, check: Check): Promise<void> {
  const waitFor = [Dependency.dns('mydb'), Dependency.tcp('mydb', 6379)];
  await cluster.apply(gated('api', { gate: { image: BUSYBOX, waitFor } }));
  const { service, pod } = database('mydb');
  await holds(cluster, check, 'while nothing is there', 'waiting for dns://mydb');
  await cluster.apply(service);
  await holds(cluster, check, 'while the Service has no endpoint', 'waiting for tcp://mydb:6379');

  const clock = stopwatch();
  await cluster.apply(pod);
  await cluster.wait('pod/mydb', 'condition=Ready');
  const there = clock();
  await cluster.wait('pod/api', 'condition=Ready');
  const started = clock();
  const lag = (started - there).toFixed(1);
  check(
    'opens once all is there',
    started - there < 15,
    `main runs ${lag} s after the database was Ready, ${started} s after it was asked for`,
  );
  await givesUp(cluster, check);
}

async function holds(cluster: Cluster, check: Check, when: string, line: string): Promise<void> {
  await until(line, 60, async () => (lastLine(await gateLog(cluster, 'api')) === line ? true : undefined));
  const clock = stopwatch();
  await pause(6000);
  const state = await cluster.pod('api');
  const held = state.phase === 'Pending' && state.isRunning(GATE) && !state.restarts(GATE);
  check(
    `holds ${when}`,
    held && lastLine(await gateLog(cluster, 'api')) === line,
    `${state.phase} for ${clock()} s at ${JSON.stringify(line)}`,
  );
}

async function givesUp(cluster: Cluster, check: Check): Promise<void> {
  const gate = {
    image: BUSYBOX,
    waitFor: [Dependency.tcp('never', 1234)],
    timeout: Duration.seconds(TIMEOUT),
  };
  const clock = stopwatch();
  await cluster.apply(gated('orphan', { gate, restartPolicy: 'Never' }));
  await cluster.wait('pod/orphan', 'jsonpath={.status.phase}=Failed');
  const failed = clock();
  const state = await cluster.pod('orphan');
  const ran = state.finishedAt(GATE) - state.startedAt(GATE);
  const bounded = ran <= TIMEOUT + 5 && state.exitCode(GATE) === 1;
  check(
    'gives up in time',
    bounded,
    `gate ran ${ran} s of ${TIMEOUT}, Pod ${state.phase} ${failed} s after it was asked for`,
  );
  const line = lastLine(await gateLog(cluster, 'orphan'));
  check(
    'says what it gave up on',
    line === `gave up waiting for tcp://never:1234 after ${TIMEOUT} s`,
    JSON.stringify(line),
  );
}

/** Empty until the gate runs. */
const gateLog = (cluster: Cluster, pod: string) => cluster.logs(pod, GATE).catch(() => '');
