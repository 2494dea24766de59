import { setTimeout as pause } from 'node:timers/promises';
import { ApiObject, App, Chart, Duration } from 'cdk8s';
import { ConfigMap } from 'cdk8s-plus-28';
import {
  AuthProxy,
  ConfigReloader,
  Deployment,
  type k8s,
  LogSidecar,
  Pod,
  type PodTemplateProps,
  Probe,
  Volumes,
} from '../../../lib';
import { type Cluster, stopwatch, until } from '../cluster';
import { BUSYBOX, NGINX, PYTHON } from '../images';
import { seconds } from '../pod-state';
import type { Check } from '../report';

const PORT = 4180;
const UPSTREAM = 8080;
const SITE = '/etc/site';
const LOG = '/var/log/nginx/access.log';
/** How long main takes to its end, in seconds. */
const STOPPING = 2;
/** By default a Pod whose first probe comes too early is Ready ten seconds later. */
const OFTEN = { period: Duration.seconds(1) };
const TOKEN = 'Bearer sesame';
const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  .map((name) => `${name}_temp_path /tmp/${name};`)
  .join(' ');

const nginxConf = (word: string) => `pid /tmp/nginx.pid;
events {}
http {
  ${TEMPORARY}
  access_log ${LOG} combined;
  server {
    listen 127.0.0.1:${UPSTREAM};
    location / { return 200 ${word}; }
    location = /healthz { access_log off; return 200; }
  }
}
`;

/** Asks for a token, but not for the health, and passes requests on. */
const PROXY = `
import signal, sys, urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

class Proxy(BaseHTTPRequestHandler):
    def do_GET(self):
        known = self.path == '/healthz' or self.headers.get('Authorization') == '${TOKEN}'
        self.send_response(200 if known else 401)
        self.end_headers()
        if known:
            self.wfile.write(urllib.request.urlopen('http://127.0.0.1:${UPSTREAM}' + self.path).read())

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
ThreadingHTTPServer(('', ${PORT}), Proxy).serve_forever()
`;

const proxy: k8s.Container = { name: 'proxy', image: PYTHON, command: ['python3', '-c', PROXY] };

function manifest(word: string): string {
  const app = new App();
  const chart = new Chart(app, 'stack', { disableResourceNameHashes: true });
  const site = new ConfigMap(chart, 'site', {
    metadata: { name: 'site' },
    data: { 'nginx.conf': nginxConf(word) },
  });
  const shop = new Deployment(chart, 'shop', { metadata: { name: 'shop' }, pod: pod(site) });
  const service = { selector: shop.selector.matchLabels, ports: [{ port: 80, targetPort: 'http' }] };
  new ApiObject(chart, 'service', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'shop' },
    spec: service,
  });
  new Pod(chart, 'client', {
    metadata: { name: 'client' },
    main: { name: 'client', image: BUSYBOX, command: ['sleep', '600'] },
    terminationGracePeriodSeconds: 0,
  });
  return app.synthYaml();
}

function pod(site: ConfigMap): PodTemplateProps {
  return {
    metadata: { labels: { app: 'shop' } },
    securityContext: { runAsUser: 101, runAsGroup: 101, runAsNonRoot: true },
    main: {
      name: 'nginx',
      image: NGINX,
      command: ['nginx', '-c', `${SITE}/nginx.conf`, '-g', 'daemon off;'],
      ports: [{ name: 'http', containerPort: UPSTREAM }],
      readinessProbe: Probe.httpGet('/healthz', UPSTREAM, OFTEN),
      lifecycle: { preStop: { sleep: { seconds: STOPPING } } },
    },
    patterns: [
      new AuthProxy({
        container: proxy,
        port: PORT,
        upstreamPort: UPSTREAM,
        probes: 'proxy',
        readinessProbe: Probe.tcpSocket(PORT, OFTEN),
      }),
      new ConfigReloader({
        watch: [SITE],
        volume: Volumes.fromConfigMap('site', site),
        process: 'nginx',
        image: BUSYBOX,
      }),
      new LogSidecar({ files: [LOG], image: BUSYBOX }),
    ],
  };
}

/**
 * A proxy, a reloader and a log sidecar on one Deployment: each does its part, and the Pod ends in seconds.
 */
export async function stack(cluster: Cluster, check: Check): Promise<void> {
  const clock = stopwatch();
  await cluster.apply(manifest('one'));
  await cluster.rollout('deployment/shop');
  const rollout = clock();
  await cluster.wait('pod/client', 'condition=Ready');
  const [{ name, ip }] = await cluster.pods('app=shop');
  await serves(cluster, check, ip, rollout);
  await reloads(cluster, check, name);

  await ends(cluster, check, name, ip);
}

async function serves(cluster: Cluster, check: Check, ip: string, rollout: number): Promise<void> {
  const known = await ask(cluster, 'http://shop/first', TOKEN);
  check('answers through the proxy', known === 'one', `${JSON.stringify(known)}, rollout ${rollout} s`);
  const unknown = await ask(cluster, 'http://shop/', 'none').catch(
    ({ stderr }: { stderr: string }) => stderr,
  );
  check('refuses who has no token', unknown.includes('401'), firstLine(unknown));
  const direct = await ask(cluster, `http://${ip}:${UPSTREAM}/`, TOKEN).catch(
    ({ stderr }: { stderr: string }) => stderr,
  );
  check('hides main', direct.includes('refused'), firstLine(direct));
}

async function reloads(cluster: Cluster, check: Check, pod: string): Promise<void> {
  const processes = () => cluster.exec(pod, 'config-reloader', 'pidof', 'nginx');
  const before = await processes();
  const clock = stopwatch();
  await cluster.apply(manifest('two'));
  await cluster.kubectl(['annotate', 'pod', pod, 'changed=now']); // the kubelet looks at the volumes of a Pod that has changed
  await until('the new answer', 120, async () =>
    (await ask(cluster, 'http://shop/', TOKEN)) === 'two' ? true : undefined,
  );
  const took = clock();
  const swapped = Number(await cluster.exec(pod, 'nginx', 'stat', '-c', '%Y', `${SITE}/..data`));
  await pause(6000); // one more look of the reloader
  const log = await cluster.kubectl(['logs', pod, '--container=config-reloader', '--timestamps']);
  const signals = log.split('\n').filter((line) => line.includes('sent SIGHUP to nginx'));
  const after = seconds(signals[0]?.split(' ')[0]) - swapped;
  check(
    'reloads on a change of the ConfigMap',
    signals.length === 1 && after < 15,
    `${signals.length} signal ${after.toFixed(1)} s after the files had changed, new answer ${took} s after the ConfigMap`,
  );
  const restarts = (await cluster.pod(pod)).restarts('nginx');
  check(
    'keeps main running',
    restarts === 0 && (await processes()) !== before,
    `${restarts} restarts, new workers`,
  );
}

async function ends(cluster: Cluster, check: Check, pod: string, ip: string): Promise<void> {
  const log = await cluster.follow(pod, 'log-sidecar');
  const removal = cluster.remove('deployment/shop');
  await pause(1000);
  const answer = await ask(cluster, `http://${ip}:${PORT}/last`, TOKEN).catch(
    (error: Error) => error.message,
  );
  const took = await removal;
  check(
    'answers while main comes to its end',
    answer === 'two',
    `${JSON.stringify(answer)} a second after the deletion was asked for`,
  );
  check(
    'ends in seconds',
    took < 20,
    `${took} s of a grace period of 30 s, of which main takes ${STOPPING} s`,
  );
  const whole = await log.whole;
  const words = ['first', 'last'].filter((word) => whole.includes(`GET /${word} `));
  check(
    'ships the first and the last request',
    words.length === 2 && !whole.includes('healthz'),
    `${words.join(' and ')} of ${whole.split('\n').length - 1} lines`,
  );
}

const ask = (cluster: Cluster, url: string, token: string) =>
  cluster.exec(
    'client',
    'client',
    'wget',
    '-q',
    '-T',
    '5',
    '-O',
    '-',
    '--header',
    `Authorization: ${token}`,
    url,
  );

const firstLine = (text: string) => JSON.stringify(text.split('\n')[0]);
