import { Testing } from 'cdk8s';
import { parse } from 'yaml';
import { Adapters, Deployment, type JmxAgentOptions, type k8s, PodTemplate } from '../../../lib';

const OPTIONS = { image: 'ghcr.io/acme/jmx-agent:1.6.0', jar: '/agent/jmx_prometheus_javaagent.jar' };
const AGENT = '-javaagent:/opt/jmx-agent/jmx_prometheus_javaagent.jar=9404:/etc/jmx-agent/config.yml';

const podWith = (options: Partial<JmxAgentOptions> = {}, main: Partial<k8s.Container> = {}) =>
  new PodTemplate({
    main: { name: 'java', image: 'ghcr.io/acme/shop:1', ...main },
    patterns: [Adapters.jmxAgent({ ...OPTIONS, ...options })],
  });

function objectsWith(options: Partial<JmxAgentOptions>) {
  const chart = Testing.chart();
  const main = { name: 'java', image: 'ghcr.io/acme/shop:1' };
  new Deployment(chart, 'shop', { pod: { main, patterns: [Adapters.jmxAgent({ ...OPTIONS, ...options })] } });
  return Testing.synth(chart) as any[];
}

const configOf = (options: Partial<JmxAgentOptions>) =>
  parse(objectsWith(options).find(({ kind }) => kind === 'ConfigMap').data['config.yml'], { version: '1.1' });

test('the agent is copied before the main container starts, which loads it and has its port', () => {
  const { main, initContainers, volumes } = podWith();
  expect(initContainers).toMatchObject([{ name: 'copy-files', image: OPTIONS.image }]);
  expect(initContainers[0].args).toEqual(['/mnt/copy-files', 'a+r', OPTIONS.jar]);
  expect(main).toMatchObject({
    env: [{ name: 'JAVA_TOOL_OPTIONS', value: AGENT }],
    ports: [{ name: 'jmx-metrics', containerPort: 9404 }],
  });
  expect(main.volumeMounts).toEqual([
    { name: 'files', mountPath: '/opt/jmx-agent', readOnly: true },
    { name: 'jmx-agent-config', mountPath: '/etc/jmx-agent', readOnly: true },
  ]);
  expect(volumes.map(({ name }) => name)).toEqual(['files', 'jmx-agent-config']);
});

test('the options that the JVM has are kept, and so is their place', () => {
  const env = [
    { name: 'JAVA_TOOL_OPTIONS', value: '-Xmx512m' },
    { name: 'B', value: '1' },
  ];
  expect(podWith({ port: 9999, directory: '/agent' }, { env }).main.env).toEqual([
    {
      name: 'JAVA_TOOL_OPTIONS',
      value: '-Xmx512m -javaagent:/agent/jmx_prometheus_javaagent.jar=9999:/etc/jmx-agent/config.yml',
    },
    { name: 'B', value: '1' },
  ]);
});

test('options of the JVM that are not known are refused', () => {
  const env = [{ name: 'JAVA_TOOL_OPTIONS', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }];
  expect(() => podWith({}, { env })).toThrow('"java" has JAVA_TOOL_OPTIONS from another object');
});

test('a port that the main container has is refused', () => {
  expect(() => podWith({}, { ports: [{ containerPort: 9404 }] })).toThrow(
    '"java" has port 9404, which is added',
  );
});

test('options of the init container', () => {
  expect(podWith({ copy: { name: 'agent', imagePullPolicy: 'Always' } }).initContainers).toMatchObject([
    { name: 'agent', image: OPTIONS.image, imagePullPolicy: 'Always' },
  ]);
});

test('without rules, every attribute is a metric', () => {
  expect(configOf({})).toEqual({ rules: [{ pattern: '.*' }] });
});

test('rules and names are the configuration', () => {
  const rules = [
    {
      pattern: 'kafka.server<type=(.+), name=(.+)><>Count: (\\d+)',
      name: 'kafka_$1_$2',
      type: 'COUNTER' as const,
      labels: { topic: '"$3": yes' },
      help: 'Kafka',
      valueFactor: 0.001,
    },
    { pattern: '.*', attrNameSnakeCase: true },
  ];
  const names = { includeObjectNames: ['kafka.server:*'], excludeObjectNames: ['a:type="b"'] };
  expect(configOf({ rules, ...names, lowercaseNames: true })).toEqual({
    lowercaseOutputName: true,
    lowercaseOutputLabelNames: true,
    ...names,
    rules,
  });
});

test('Prometheus finds the metrics as those of a companion', () => {
  expect(podWith({ scrape: 'annotations' }).annotations).toMatchObject({
    'prometheus.io/port': '9404',
    'prometheus.io/path': '/metrics',
  });
  const monitor = objectsWith({ scrape: 'pod-monitor', portName: 'jmx' }).find(
    ({ kind }) => kind === 'PodMonitor',
  );
  expect(monitor.spec.podMetricsEndpoints).toEqual([{ port: 'jmx', path: '/metrics' }]);
});

test.each<[Partial<JmxAgentOptions>, string]>([
  [{ image: '' }, '"image" is "": specify at least one character'],
  [{ jar: 'agent.jar' }, '"jar" is "agent.jar": use the absolute path of a file that ends with .jar'],
  [{ jar: '/a b.jar' }, '"jar" is "/a b.jar"'],
  [{ directory: '/' }, '"directory" is "/": use an absolute path without spaces'],
  [{ port: -1 }, '"port" is -1: use an integer from 1 to 65535'],
  [{ portName: 'JMX' }, '"portName" is "JMX": use at most 15 lowercase letters'],
  [{ rules: [{ name: 'a' }] }, '"rules[0].name" is set without "pattern"'],
  [{ rules: [{ pattern: 'a', help: 'b' }] }, '"rules[0].help" is set without "name"'],
  [{ rules: [{ pattern: 'a', labels: { b: 'c' } }] }, '"rules[0].labels" is set without "name"'],
  [{ rules: [{ pattern: 'a', name: 'b', labels: { 'c-d': '' } }] }, '"rules[0].labels" is "c-d"'],
  [{ monitorLabels: {} }, '"monitorLabels" is set, but there is no PodMonitor'],
])('%j is refused', (options, message) => {
  expect(() => podWith(options)).toThrow(message);
});
