import { App, Chart } from 'cdk8s';
import { CronJob, Job, LogSidecar, type PodTemplateProps } from '../../../lib';
import { type Cluster, stopwatch, until } from '../cluster';
import { gateOn, start } from '../database';
import { BUSYBOX } from '../images';
import { seconds } from '../pod-state';
import type { Check } from '../report';

const LOG = '/var/log/work/work.log';
const SCRIPT = `for step in 1 2 3; do echo "step $step" >> ${LOG}; sleep 1; done; echo finished >> ${LOG}`;
const LEDGER = 'ledger';
const GATE = 'init-gate';

const pod = (): PodTemplateProps => ({
  main: { name: 'work', image: BUSYBOX, command: ['sh', '-c', SCRIPT] },
  patterns: [gateOn(LEDGER), new LogSidecar({ files: [LOG], image: BUSYBOX })],
});

function manifest(): string {
  const app = new App();
  const chart = new Chart(app, 'jobs');
  new Job(chart, 'job', { metadata: { name: 'work' }, backoffLimit: 0, pod: pod() });
  new CronJob(chart, 'cron-job', {
    metadata: { name: 'often' },
    schedule: '* * * * *',
    concurrencyPolicy: 'Forbid',
    job: { backoffLimit: 0 },
    pod: pod(),
  });
  return app.synthYaml();
}

/**
 * A Job, and one that a CronJob starts, begin once their gate is open, and complete although their log
 * sidecar never ends by itself.
 */
export async function job(cluster: Cluster, check: Check): Promise<void> {
  const clock = stopwatch();
  await cluster.apply(manifest());
  await until('the gate of the Job', 60, async () =>
    (await cluster.pods('job-name=work')).some((state) => state.isRunning(GATE)) ? true : undefined,
  );
  const [held] = await cluster.pods('job-name=work');
  check('Job: the gate holds', held.phase === 'Pending', `${held.phase} ${clock()} s after it was asked for`);
  await start(cluster, LEDGER);
  await completes(cluster, check, 'Job', 'work');
  await completes(cluster, check, 'CronJob', await started(cluster));
  const removal = await cluster.remove('cronjob/often');
  const left = await cluster.pods('app.kubernetes.io/name=often');
  check('CronJob: goes with its Jobs and Pods', left.length === 0, `${removal} s, ${left.length} Pods left`);
}

/** The first Job that the CronJob starts at its time. */
function started(cluster: Cluster): Promise<string> {
  return until('a Job of the CronJob', 90, async () => {
    const jobs = await cluster.kubectl(['get', 'jobs', '--output=name']);
    return /^job\.batch\/(often-.*)$/m.exec(jobs)?.[1];
  });
}

async function completes(cluster: Cluster, check: Check, kind: string, name: string): Promise<void> {
  await cluster.wait(`job/${name}`, 'condition=Complete', 90);
  const [state] = await cluster.pods(`job-name=${name}`);
  const completed = seconds(
    await cluster.kubectl(['get', 'job', name, '--output=jsonpath={.status.completionTime}']),
  );
  const after = completed - state.finishedAt('work');
  check(`${kind}: completes after its main container`, after < 15, `${after} s`);
  const log = await cluster.logs(state.name, 'log-sidecar');
  check(`${kind}: ships all lines`, log === 'step 1\nstep 2\nstep 3\nfinished\n', JSON.stringify(log));
}
