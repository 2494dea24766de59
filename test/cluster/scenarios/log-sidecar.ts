import { App, Chart } from 'cdk8s';
import { Probe, SidecarLogPod } from '../../../lib';
import { type Cluster, stopwatch, until } from '../cluster';
import { BUSYBOX, NGINX } from '../images';
import { lastLine } from '../log';
import type { Check } from '../report';

const LOG = '/var/log/nginx/access.log';
const SIDECAR = 'log-sidecar';

function manifest(): string {
  const chart = new Chart(new App(), 'logs', { disableResourceNameHashes: true });
  return new SidecarLogPod(chart, 'web', {
    metadata: { name: 'web' },
    main: {
      name: 'nginx',
      image: NGINX,
      command: ['sh', '-c', `echo 'line of the first moment' > ${LOG}; exec nginx -g 'daemon off;'`],
      readinessProbe: Probe.tcpSocket(80),
      lifecycle: {
        preStop: { exec: { command: ['wget', '-q', '-O', '/dev/null', 'http://127.0.0.1/?goodbye'] } },
      },
    },
    sidecar: { files: [LOG], image: BUSYBOX },
  }).toYaml();
}

/** What nginx logs comes out of the sidecar, from the first line to the last, and the Pod ends in seconds. */
export async function logSidecar(cluster: Cluster, check: Check): Promise<void> {
  const request = (word: string) =>
    cluster.exec('web', 'nginx', 'wget', '-q', '-O', '/dev/null', `http://127.0.0.1/?${word}`);
  await cluster.apply(manifest());
  await cluster.wait('pod/web', 'condition=Ready');
  for (const word of ['one', 'two', 'three']) await request(word);
  const latency = stopwatch();
  const text = await until('third request in the log', 15, async () =>
    ifHas(await cluster.logs('web', SIDECAR), '/?three'),
  );
  const delay = latency();
  const shipped = text.match(/GET \/\?(one|two|three) /g)?.length;
  check('ships requests', shipped === 3, `${shipped} of 3 lines, ${delay} s after the last request`);
  const [first] = text.split('\n');
  check('ships the first line', first === 'line of the first moment', JSON.stringify(first));

  const log = await cluster.follow('web', SIDECAR);
  await request('last');
  const removal = await cluster.remove('pod/web');
  check('ends in seconds', removal < 15, `${removal} s of a grace period of 30 s`);
  const whole = await log.whole;
  check('ships the last request before deletion', whole.includes('/?last'), `${linesOf(whole)} lines in all`);
  check(
    'ships what preStop logs',
    whole.includes('/?goodbye'),
    `last line ${JSON.stringify(lastLine(whole))}`,
  );
}

const ifHas = (text: string, word: string) => (text.includes(word) ? text : undefined);

const linesOf = (text: string) => text.split('\n').length - 1;
