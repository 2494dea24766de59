import { App, Chart } from 'cdk8s';
import { Job, LogSidecar } from '../../../lib';
import type { Cluster } from '../cluster';
import { BUSYBOX } from '../images';
import { seconds } from '../pod-state';
import type { Check } from '../report';

const LOG = '/var/log/work/work.log';
const SCRIPT = `for step in 1 2 3; do echo "step $step" >> ${LOG}; sleep 1; done; echo finished >> ${LOG}`;

function manifest(): string {
  const app = new App();
  new Job(new Chart(app, 'jobs'), 'job', {
    metadata: { name: 'work' },
    backoffLimit: 0,
    pod: {
      main: { name: 'work', image: BUSYBOX, command: ['sh', '-c', SCRIPT] },
      patterns: [new LogSidecar({ files: [LOG], image: BUSYBOX })],
    },
  });
  return app.synthYaml();
}

/** A Job completes although its log sidecar never ends by itself. */
export async function job(cluster: Cluster, check: Check): Promise<void> {
  await cluster.apply(manifest());
  await cluster.wait('job/work', 'condition=Complete', 90);
  const name = (await cluster.kubectl(['get', 'pods', '--selector=job-name=work', '--output=name'])).trim().replace('pod/', '');
  const completed = seconds(await cluster.kubectl(['get', 'job', 'work', '--output=jsonpath={.status.completionTime}']));
  const after = completed - (await cluster.pod(name)).finishedAt('work');
  check('completes after its main container', after < 15, `${after} s`);
  const log = await cluster.logs(name, 'log-sidecar');
  check('ships all lines', log === 'step 1\nstep 2\nstep 3\nfinished\n', JSON.stringify(log));
}
