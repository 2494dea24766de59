import { App, Chart, Duration } from 'cdk8s';
import { AdapterPod, Probe } from '../../../lib';
import { type Cluster, until } from '../cluster';
import { BUSYBOX, PYTHON } from '../images';
import type { Check } from '../report';

const SHARE = '/var/lib/app';
const WELL = `${SHARE}/well`;
const PORT = 9100;

/** Main's status file as a metric, and a health that fails until the file `well` is there. */
const EXPORTER = `
import os, signal, sys
from http.server import BaseHTTPRequestHandler, HTTPServer

class Exporter(BaseHTTPRequestHandler):
    def do_GET(self):
        status, text = self.metrics() if self.path == '/metrics' else self.health()
        self.send_response(status)
        self.end_headers()
        self.wfile.write(text.encode())

    def metrics(self):
        name, value = open('${SHARE}/status').read().split()
        return 200, 'app_%s_total %s\\n' % (name, value)

    def health(self):
        return (200, 'well') if os.path.exists('${WELL}') else (500, 'sick')

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
HTTPServer(('', ${PORT}), Exporter).serve_forever()
`;

function manifest(name: string, gatesReadiness: boolean): string {
  const chart = new Chart(new App(), 'adapters', { disableResourceNameHashes: true });
  return new AdapterPod(chart, name, {
    metadata: { name },
    main: {
      name: 'app',
      image: BUSYBOX,
      command: ['sh', '-c', `trap exit TERM; echo 'visits 42' > ${SHARE}/status; while :; do sleep 1; done`],
    },
    adapter: {
      container: {
        name: 'exporter',
        image: PYTHON,
        command: ['python3', '-c', EXPORTER],
        ports: [{ containerPort: PORT }],
      },
      share: SHARE,
      probe: Probe.httpGet('/healthz', PORT, { period: Duration.seconds(1), failureThreshold: 20 }),
      gatesReadiness,
    },
  }).toYaml();
}

/**
 * An adapter answers with what it makes of main's data, and its health is not that of the Pod unless asked.
 */
export async function adapter(cluster: Cluster, check: Check): Promise<void> {
  await cluster.apply(manifest('metrics', false));
  await cluster.apply(manifest('gated', true));
  await cluster.wait('pod/metrics', 'condition=Ready');
  await cluster.wait('pod/gated', 'jsonpath={.status.phase}=Running');

  const { ip } = await cluster.pod('metrics');
  const ask = () => cluster.exec('gated', 'app', 'wget', '-q', '-O', '-', `http://${ip}:${PORT}/metrics`);
  const answer = await until('an answer of the adapter', 30, () => ask().catch(() => undefined));
  check('answers another Pod', answer === 'app_visits_total 42\n', JSON.stringify(answer));
  await readiness(cluster, check);
}

async function readiness(cluster: Cluster, check: Check): Promise<void> {
  const failures = await until('failed probes', 30, async () =>
    ifSeveral(await probeFailures(cluster, 'metrics')),
  );
  const sick = await cluster.pod('metrics');
  check(
    'keeps the Pod Ready while the adapter is sick',
    sick.ready,
    `Ready is ${sick.ready} after ${failures} failed probes`,
  );
  const gated = await cluster.pod('gated');
  check(
    'takes it out of Ready where gatesReadiness asks',
    gated.isRunning('exporter') && !gated.ready,
    `Ready is ${gated.ready}`,
  );

  await until('restart of the adapter', 60, async () =>
    (await cluster.pod('metrics')).restarts('exporter') ? true : undefined,
  );
  await cluster.exec('metrics', 'app', 'touch', WELL);
  await cluster.wait('pod/metrics', 'condition=Ready');
  const restarted = await cluster.pod('metrics');
  const [own, main] = [restarted.restarts('exporter'), restarted.restarts('app')];
  const kept = restarted.readySince === sick.readySince ? 'always' : 'not always';
  check(
    'restarts the adapter alone',
    main === 0,
    `adapter ${own}, main ${main} restarts; the Pod was ${kept} Ready`,
  );
}

async function probeFailures(cluster: Cluster, pod: string): Promise<number> {
  const selector = `involvedObject.name=${pod},reason=Unhealthy`;
  const counts = await cluster.kubectl([
    'get',
    'events',
    `--field-selector=${selector}`,
    '--output=jsonpath={.items[*].count}',
  ]);
  return counts.split(' ').reduce((sum, count) => sum + Number(count), 0);
}

const ifSeveral = (count: number) => (count >= 3 ? count : undefined);
