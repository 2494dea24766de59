import { App, Chart, Duration } from 'cdk8s';
import { ConfigReloader, type ConfigReloaderOptions, Pod, Probe } from '../../../lib';
import { type Cluster, until } from '../cluster';
import { BUSYBOX, PYTHON } from '../images';
import type { Check } from '../report';

const CONFIG = '/etc/app';
const PORT = 8080;
const USER = 1000;
const OTHER = 65534;

/** Prints what it is told: a signal, or a request. */
const SERVER = `
import signal, sys
from http.server import BaseHTTPRequestHandler, HTTPServer

class Server(BaseHTTPRequestHandler):
    def do_POST(self):
        print('POST', self.path, flush=True)
        self.send_response(204)
        self.end_headers()

signal.signal(signal.SIGHUP, lambda *_: print('SIGHUP', flush=True))
signal.signal(signal.SIGUSR1, lambda *_: print('SIGUSR1', flush=True))
signal.signal(signal.SIGTERM, lambda *_: sys.exit())
HTTPServer(('', ${PORT}), Server).serve_forever()
`;

function manifest(): string {
  const chart = new Chart(new App(), 'reload', { disableResourceNameHashes: true });
  const reloader = (name: string, options: Omit<ConfigReloaderOptions, 'watch'>) =>
    new ConfigReloader({ name, image: BUSYBOX, watch: [CONFIG], interval: Duration.seconds(1), ...options });
  const process = 'python3';
  return new Pod(chart, 'reload', {
    metadata: { name: 'reload' },
    securityContext: { runAsUser: USER },
    main: {
      name: 'app',
      image: PYTHON,
      command: ['python3', '-c', SERVER],
      readinessProbe: Probe.tcpSocket(PORT),
      volumeMounts: [{ name: 'config', mountPath: CONFIG }],
    },
    volumes: [{ name: 'config', emptyDir: { sizeLimit: '1Mi' } }],
    patterns: [
      reloader('by-url', { url: `http://localhost:${PORT}/-/reload` }),
      reloader('same-user', { process }),
      reloader('root', {
        process,
        signal: 'SIGUSR1',
        securityContext: { runAsUser: 0, capabilities: { drop: ['ALL'], add: ['KILL'] } },
      }),
      reloader('powerless-root', {
        process,
        securityContext: { runAsUser: 0, capabilities: { drop: ['ALL'] } },
      }),
      reloader('other', {
        process,
        securityContext: { runAsUser: OTHER, capabilities: { drop: ['ALL'], add: ['KILL'] } },
      }),
    ],
  }).toYaml();
}

/** Who may tell main, and who is told that it may not. */
export async function reload(cluster: Cluster, check: Check): Promise<void> {
  await cluster.apply(manifest());
  await cluster.wait('pod/reload', 'condition=Ready');
  await cluster.exec('reload', 'app', 'sh', '-c', `echo new > ${CONFIG}/file`);
  for (const name of ['powerless-root', 'other']) {
    const line = await until(`a refusal of ${name}`, 30, async () =>
      lineOf(await cluster.logs('reload', name), 'may not signal'),
    );
    check(`${name} may not signal main`, line.includes(`which runs as user ${USER}`), JSON.stringify(line));
  }
  const told = await until('all that main is told', 30, async () =>
    ifAll(await cluster.logs('reload', 'app')),
  );
  check('tells main by a call, as its user, and as root with KILL', told.length === 3, told.join(', '));
  const removal = await cluster.remove('pod/reload');
  check('ends in seconds', removal < 15, `${removal} s of a grace period of 30 s`);
}

const lineOf = (text: string, words: string) => text.split('\n').find((line) => line.includes(words));

function ifAll(log: string): string[] | undefined {
  const lines = log
    .split('\n')
    .filter((line) => /^(SIG|POST )/.test(line))
    .sort();
  return lines.length >= 3 ? lines : undefined;
}
