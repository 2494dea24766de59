/** The four patterns as one would use them: `npm run synth` writes them to dist/manifests. */
import { App, Chart, Duration } from 'cdk8s';
import { AdapterPod, AmbassadorPod, Dependency, InitGatedPod, Probe, SidecarLogPod } from '../lib';

const app = new App();
const chart = new Chart(app, 'patterns', { disableResourceNameHashes: true });

new SidecarLogPod(chart, 'web', {
  metadata: { labels: { app: 'web' } },
  main: {
    name: 'nginx',
    image: 'nginx:1.27',
    ports: [{ containerPort: 80 }],
    readinessProbe: Probe.httpGet('/', 80),
  },
  sidecar: { files: ['/var/log/nginx/access.log', '/var/log/nginx/error.log'] },
});

new AdapterPod(chart, 'metrics', {
  metadata: {
    labels: { app: 'metrics' },
    annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9113' },
  },
  main: { name: 'nginx', image: 'nginx:1.27', ports: [{ containerPort: 80 }] },
  adapter: {
    container: {
      name: 'exporter',
      image: 'nginx/nginx-prometheus-exporter:1.4',
      args: ['--nginx.scrape-uri=http://localhost/stub_status'],
      ports: [{ name: 'metrics', containerPort: 9113 }],
    },
    probe: Probe.httpGet('/metrics', 'metrics', { initialDelay: Duration.seconds(5) }),
  },
});

new AmbassadorPod(chart, 'cache', {
  metadata: { labels: { app: 'cache' } },
  main: {
    name: 'client',
    image: 'redis:7',
    command: ['sh', '-c', 'while redis-cli -p 6380 incr visits; do sleep 10; done'],
  },
  ambassador: {
    container: {
      name: 'twemproxy',
      image: 'ghcr.io/acme/twemproxy:0.5.0',
      env: [{ name: 'REDIS_SERVERS', value: 'redis-0.redis:6379:1 redis-1.redis:6379:1' }],
    },
    port: 6380,
  },
  terminationGracePeriodSeconds: 10, // twemproxy as process 1 ignores SIGTERM
});

new InitGatedPod(chart, 'api', {
  metadata: { labels: { app: 'api' } },
  main: { name: 'api', image: 'ghcr.io/acme/api:1.4.2', ports: [{ name: 'http', containerPort: 8080 }] },
  gate: {
    waitFor: [Dependency.dns('myservice'), Dependency.tcp('mydb', 3306)],
    timeout: Duration.minutes(5),
  },
  restartPolicy: 'OnFailure',
});

app.synth();
