import { Testing } from 'cdk8s';
import { parse } from 'yaml';
import { Adapter, Adapters, Deployment, type JsonMetric, type JsonModule, PodTemplate } from '../../../lib';

const METRIC = { name: 'queue_length', path: '{.queue.length}' };
const MODULE: JsonModule = { url: 'http://127.0.0.1:8080/stats', metrics: [METRIC] };

const configOf = (modules: JsonModule[]) =>
  parse(Adapters.jsonMetrics({ modules }).toConfigFiles()['config.yml'], { version: '1.1' });

test('modules are the configuration, with the names that the exporter reads', () => {
  expect(
    configOf([
      {
        ...MODULE,
        headers: { 'X-Tenant': 'yes' },
        metrics: [
          METRIC,
          {
            name: 'queues',
            path: '{.queues[?(@.state == "on")]}',
            values: { length: '{.length}', up: '1' },
            valueType: 'gauge',
            labels: { name: '{.name}', zone: 'a "b": c' },
            help: 'Queues',
          },
        ],
        validStatusCodes: [200, 503],
      },
      {
        ...MODULE,
        name: 'jobs',
        body: '{"a": 1}',
        bearerToken: { name: 's', key: 'k' },
        tlsSkipVerify: true,
      },
    ]),
  ).toEqual({
    modules: {
      default: {
        headers: { 'X-Tenant': 'yes' },
        metrics: [
          { ...METRIC, type: 'value' },
          {
            name: 'queues',
            path: '{.queues[?(@.state == "on")]}',
            type: 'object',
            values: { length: '{.length}', up: '1' },
            valuetype: 'gauge',
            labels: { name: '{.name}', zone: 'a "b": c' },
            help: 'Queues',
          },
        ],
        valid_status_codes: [200, 503],
      },
      jobs: {
        metrics: [{ ...METRIC, type: 'value' }],
        body: { content: '{"a": 1}' },
        http_client_config: {
          authorization: { type: 'Bearer', credentials_file: '/etc/json-exporter-tokens/1/token' },
          tls_config: { insecure_skip_verify: true },
        },
      },
    },
  });
});

test('a token is a file of a Secret', () => {
  const companion = Adapters.jsonMetrics({ modules: [{ ...MODULE, bearerToken: { name: 's', key: 'k' } }] });
  const pod = new PodTemplate({ main: { name: 'app' }, patterns: [new Adapter(companion)] });
  expect(pod.volumes).toContainEqual({
    name: 'json-exporter-token-0',
    secret: { secretName: 's', items: [{ key: 'k', path: 'token' }] },
  });
  expect(pod.initContainers[0].volumeMounts).toContainEqual({
    name: 'json-exporter-token-0',
    mountPath: '/etc/json-exporter-tokens/0',
    readOnly: true,
  });
});

test('annotations name the module and the document', () => {
  const companion = Adapters.jsonMetrics({ modules: [MODULE], scrape: 'annotations' });
  const pod = new PodTemplate({ main: { name: 'app' }, patterns: [new Adapter(companion)] });
  expect(pod.annotations).toMatchObject({
    'prometheus.io/path': '/probe',
    'prometheus.io/param_module': 'default',
    'prometheus.io/param_target': 'http://127.0.0.1:8080/stats',
  });
});

test('a PodMonitor has an endpoint for each module, told apart by a label', () => {
  const chart = Testing.chart();
  const jobs = { ...MODULE, name: 'jobs', url: 'http://127.0.0.1:8080/jobs' };
  const patterns = [new Adapter(Adapters.jsonMetrics({ modules: [MODULE, jobs], scrape: 'pod-monitor' }))];
  new Deployment(chart, 'app', { pod: { main: { name: 'app', image: 'app:1' }, patterns } });
  const { spec } = (Testing.synth(chart) as any[]).find(({ kind }) => kind === 'PodMonitor');
  expect(spec.podMetricsEndpoints).toEqual([
    {
      port: 'json-metrics',
      path: '/probe',
      params: { module: ['default'], target: [MODULE.url] },
      relabelings: [{ targetLabel: 'module', replacement: 'default' }],
    },
    {
      port: 'json-metrics',
      path: '/probe',
      params: { module: ['jobs'], target: [jobs.url] },
      relabelings: [{ targetLabel: 'module', replacement: 'jobs' }],
    },
  ]);
});

test.each<[JsonModule[], string]>([
  [[], '"modules" is []: specify at least one module'],
  [[MODULE, MODULE], '"modules[1].name" is "default": another module has this name'],
  [[{ ...MODULE, name: 'a b' }], '"modules[0].name" is "a b": use letters'],
  [[{ ...MODULE, url: '127.0.0.1:8080' }], '"modules[0].url" is "127.0.0.1:8080": use a URL such as http://'],
  [[{ ...MODULE, metrics: [] }], '"modules[0].metrics" is []: specify at least one metric'],
  [
    [{ ...MODULE, headers: { authorization: 'Bearer x' } }],
    'which would be in a ConfigMap: set "bearerToken"',
  ],
  [[{ ...MODULE, metrics: [{ ...METRIC, name: 'a-b' }] }], '"modules[0].metrics[0].name" is "a-b"'],
  [
    [{ ...MODULE, metrics: [{ ...METRIC, path: '.queue' }] }],
    '"modules[0].metrics[0].path" is ".queue": use a JSONPath in braces',
  ],
  [
    [{ ...MODULE, metrics: [{ ...METRIC, labels: { 'a-b': '' } }] }],
    '"modules[0].metrics[0].labels" is "a-b"',
  ],
  [[{ ...MODULE, metrics: [{ ...METRIC, type: 'object' }] }], '"modules[0].metrics[0].values" is missing'],
  [[{ ...MODULE, metrics: [{ ...METRIC, type: 'value', values: { a: '1' } }] }], 'but "type" is "value"'],
  [
    [{ ...MODULE, metrics: [{ ...METRIC, values: { a: 'length' } }] }],
    '"modules[0].metrics[0].values.a" is "length"',
  ],
])('%#', (modules, message) => {
  expect(() => Adapters.jsonMetrics({ modules })).toThrow(message);
});

describe('metrics of one name in a module', () => {
  const object = { name: 'queue', path: '{.queues[*]}', values: { length: '{.length}' } };
  const make =
    (...metrics: JsonMetric[]) =>
    () =>
      Adapters.jsonMetrics({ modules: [{ ...MODULE, metrics }] });

  test.each([
    { ...METRIC, labels: { name: 'a' } },
    { ...METRIC, help: 'Length' },
    { ...object, labels: { name: '{.name}' } },
  ])('%j must have the labels and the description of the first', (metric) => {
    expect(make(METRIC, metric)).toThrow(
      '"modules[0].metrics[1]" makes the metric queue_length, as another one does, with a different description',
    );
  });

  test('can differ in the values of labels', () => {
    const [a, b] = ['a', 'b'].map((kind) => ({ ...METRIC, labels: { kind } }));
    expect(make(a, b)).not.toThrow();
    expect(make(METRIC, { ...object, name: 'other' })).not.toThrow();
  });
});

test('annotations cannot name several modules', () => {
  const modules = [MODULE, { ...MODULE, name: 'b' }];
  expect(() => Adapters.jsonMetrics({ modules, scrape: 'annotations' })).toThrow(
    '"scrape" is "annotations", which can name one endpoint, but there are 2: use "pod-monitor"',
  );
});
