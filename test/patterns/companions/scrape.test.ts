import { Duration, Testing } from 'cdk8s';
import { KubeDeployment } from 'cdk8s-plus-28/lib/imports/k8s';
import {
  Adapter,
  AdapterPod,
  Adapters,
  Deployment,
  type PodPattern,
  PodTemplate,
  type RedisMetricsOptions,
  Validation,
} from '../../../lib';
import { atLine } from '../../support/at-line';

const MAIN = { name: 'redis', image: 'docker.io/library/redis:7.2' };

const redis = (options: RedisMetricsOptions) => new Adapter({ container: Adapters.redisMetrics(options) });

function deploymentWith(patterns: PodPattern[], validated = false) {
  const app = Testing.app();
  const chart = new (require('cdk8s') as typeof import('cdk8s')).Chart(app, 'shop', { namespace: 'shop' });
  if (validated) Validation.of(app).configure({ kubernetesVersion: '1.34' });
  const metadata = { labels: { app: 'cache' } };
  new Deployment(chart, 'cache', { pod: { metadata, main: MAIN, patterns } });
  app.synth();
  return chart.toJson() as any[];
}

const podIn = (objects: any[]) => objects.find(({ kind }) => kind === 'Deployment').spec.template;
const monitorsIn = (objects: any[]) => objects.filter(({ kind }) => kind === 'PodMonitor');

test('nothing is added unless it is asked for', () => {
  const objects = deploymentWith([redis({})]);
  expect(objects.map(({ kind }) => kind)).toEqual(['Deployment']);
  expect(podIn(objects).metadata).toEqual({ labels: { app: 'cache' } });
  expect(podIn(objects).spec.initContainers[0].ports).toEqual([
    { name: 'redis-metrics', containerPort: 9121 },
  ]);
});

test('annotations name port and path', () => {
  const { metadata } = podIn(deploymentWith([redis({ scrape: 'annotations', port: 9999 })]));
  expect(metadata.annotations).toEqual({
    'prometheus.io/scrape': 'true',
    'prometheus.io/port': '9999',
    'prometheus.io/path': '/metrics',
  });
});

describe.each([false, true])('a PodMonitor, with Validation.of(app): %s', (validated) => {
  test('selects the Pods by their labels and the port by its name, in the namespace of the workload', () => {
    const monitor = redis({
      scrape: 'pod-monitor',
      portName: 'cache',
      monitorLabels: { release: 'prometheus' },
      scrapeInterval: Duration.minutes(1),
    });
    const objects = deploymentWith([monitor], validated);
    expect(monitorsIn(objects)).toMatchObject([
      {
        apiVersion: 'monitoring.coreos.com/v1',
        metadata: { namespace: 'shop', labels: { release: 'prometheus' } },
        spec: {
          selector: { matchLabels: { app: 'cache' } },
          podMetricsEndpoints: [{ port: 'cache', path: '/metrics', interval: '60s' }],
        },
      },
    ]);
    expect(podIn(objects).spec.initContainers[0].ports).toEqual([{ name: 'cache', containerPort: 9121 }]);
  });
});

test('a PodMonitor selects by the labels of the selector, not by those that change with a release', () => {
  const chart = Testing.chart();
  new Deployment(chart, 'cache', {
    selector: { matchLabels: { app: 'cache' } },
    pod: {
      metadata: { labels: { app: 'cache', version: '1.2' } },
      main: MAIN,
      patterns: [redis({ scrape: 'pod-monitor' })],
    },
  });
  const [monitor] = monitorsIn(Testing.synth(chart) as any[]);
  expect(monitor.spec.selector).toEqual({ matchLabels: { app: 'cache' } });
});

test('a PodMonitor selects the Pods of an object of another library', () => {
  const chart = Testing.chart();
  const labels = { app: 'cache', version: '1.2' };
  const deployment = new KubeDeployment(chart, 'cache', {
    spec: {
      selector: { matchLabels: { app: 'cache' } },
      template: { metadata: { labels }, spec: { containers: [MAIN] } },
    },
  });
  PodTemplate.of(deployment).add(redis({ scrape: 'pod-monitor' }));
  const [monitor] = monitorsIn(Testing.synth(chart) as any[]);
  expect(monitor.spec.selector).toEqual({ matchLabels: { app: 'cache' } });
});

test('a misspelled kind of the same group, made by the user, is still reported', () => {
  const app = Testing.app();
  const { ApiObject, Chart } = require('cdk8s') as typeof import('cdk8s');
  const chart = new Chart(app, 'shop');
  Validation.of(app).configure({ kubernetesVersion: '1.34' });
  new ApiObject(chart, 'm', { apiVersion: 'monitoring.coreos.com/v1', kind: 'PodMonitor' });
  expect(
    Validation.of(app)
      .findings()
      .map(({ rule }) => rule),
  ).toEqual(['unknown-kind']);
});

test('two exporters in one Pod have a PodMonitor each', () => {
  const statsd = new Adapter({ container: Adapters.statsdMetrics({ scrape: 'pod-monitor' }) });
  const ports = monitorsIn(deploymentWith([redis({ scrape: 'pod-monitor' }), statsd])).map(
    ({ spec }) => spec.podMetricsEndpoints[0].port,
  );
  expect(ports).toEqual(['redis-metrics', 'statsd-metrics']);
});

test('two exporters cannot share the annotations of a Pod', () => {
  const statsd = new Adapter({ container: Adapters.statsdMetrics({ scrape: 'annotations' }) });
  expect(() => deploymentWith([redis({ scrape: 'annotations' }), statsd])).toThrow(
    atLine(
      'companion "statsd-exporter" sets the annotation prometheus.io/port to "9102", but another one has set it to "9121": a Pod has one value, so set "scrape" to "pod-monitor"',
    ),
  );
});

test('a port name that another container has is refused, as the PodMonitor would select both', () => {
  const main = { ...MAIN, ports: [{ name: 'redis-metrics', containerPort: 1 }] };
  const add = (options: RedisMetricsOptions) => () => new PodTemplate({ main, patterns: [redis(options)] });
  expect(add({ scrape: 'pod-monitor' })).toThrow('container "redis" also has a port named "redis-metrics"');
  expect(add({})).not.toThrow();
});

test('a Pod without labels is refused, as the PodMonitor would select every Pod', () => {
  const chart = Testing.chart();
  new AdapterPod(chart, 'p', { main: MAIN, adapter: Adapters.redisMetrics({ scrape: 'pod-monitor' }) });
  expect(() => Testing.synth(chart)).toThrow('companion "redis-exporter": the Pod has no labels');
});

test.each([
  [{ portName: 'redis-metrics-of-the-shop' }, '"portName" is "redis-metrics-of-the-shop": use at most 15'],
  [{ portName: '9121' }, '"portName" is "9121"'],
  [{ portName: 'a--b' }, '"portName" is "a--b"'],
  [
    { monitorLabels: {} },
    '"monitorLabels" is set, but there is no PodMonitor: set "scrape" to "pod-monitor"',
  ],
  [{ scrapeInterval: Duration.minutes(1), scrape: 'annotations' as const }, '"scrapeInterval" is set, but'],
  [{ scrapeInterval: Duration.seconds(0), scrape: 'pod-monitor' as const }, '"scrapeInterval" is 0'],
])('%j is refused', (options, message) => {
  expect(() => Adapters.redisMetrics(options)).toThrow(message);
});
