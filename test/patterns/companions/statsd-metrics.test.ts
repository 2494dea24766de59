import { Duration } from 'cdk8s';
import { parse } from 'yaml';
import { Adapters, type StatsdMapping, type StatsdMetricsOptions } from '../../../lib';

const mappingOf = (options: StatsdMetricsOptions) =>
  parse(Adapters.statsdMetrics(options).toConfigFiles()['mapping.yml'], { version: '1.1' });

test('StatsD is received on localhost only, and the settings say where', () => {
  const companion = Adapters.statsdMetrics({ statsdPort: 9125 });
  expect(companion.toContainer().args).toEqual([
    '--web.listen-address=:9102',
    '--statsd.listen-udp=127.0.0.1:9125',
    '--statsd.listen-tcp=127.0.0.1:9125',
  ]);
  expect(companion.settings).toEqual({ host: '127.0.0.1', port: '9125', address: '127.0.0.1:9125' });
  expect(companion.toConfigFiles()).toEqual({});
});

test('the main container starts after it, so that no metric is lost', () => {
  const { startupProbe } = Adapters.statsdMetrics({ port: 9999 }).toContainer();
  expect(startupProbe!.httpGet).toEqual({ path: '/-/ready', port: 9999 });
});

test('a relay gets everything too', () => {
  expect(Adapters.statsdMetrics({ relay: 'statsd.example.com:8125' }).toContainer().args).toContain(
    '--statsd.relay.address=statsd.example.com:8125',
  );
});

test('mappings and defaults are the configuration', () => {
  const companion = Adapters.statsdMetrics({ mappings: [] });
  expect(companion.toContainer().args).toContain('--statsd.mapping-config=/etc/statsd-exporter/mapping.yml');
  expect(
    mappingOf({
      mappingDefaults: {
        observerType: 'histogram',
        buckets: [0.1, 1],
        ttl: Duration.minutes(5),
        globDisableOrdering: true,
      },
      mappings: [
        {
          match: 'shop.*.orders',
          name: 'orders_$1_total',
          labels: { country: '$1', note: 'a "quoted": yes\n# no comment' },
          help: 'Orders: all',
          matchMetricType: 'counter',
          honorLabels: true,
          scale: 0.001,
        },
        {
          match: '(.+)\\.time',
          matchType: 'regex',
          name: 'time',
          observerType: 'summary',
          quantiles: [{ quantile: 0.9, error: 0.01 }],
        },
        { match: 'debug.*', action: 'drop' },
      ],
    }),
  ).toEqual({
    defaults: {
      observer_type: 'histogram',
      histogram_options: { buckets: [0.1, 1] },
      ttl: '300s',
      glob_disable_ordering: true,
    },
    mappings: [
      {
        match: 'shop.*.orders',
        name: 'orders_$1_total',
        labels: { country: '$1', note: 'a "quoted": yes\n# no comment' },
        help: 'Orders: all',
        match_metric_type: 'counter',
        honor_labels: true,
        scale: 0.001,
      },
      {
        match: '(.+)\\.time',
        match_type: 'regex',
        name: 'time',
        observer_type: 'summary',
        summary_options: { quantiles: [{ quantile: 0.9, error: 0.01 }] },
      },
      { match: 'debug.*', name: 'dropped', action: 'drop' },
    ],
  });
});

test.each(['(?i)a', '(?P<first>a)', '[[:alpha:]]+', '^a\\.b$', '(?:a|b)\\.(\\w+)'])(
  'the regular expression %s of Go is accepted',
  (match) => {
    const mappings: StatsdMapping[] = [{ match, matchType: 'regex', name: 'a' }];
    expect(mappingOf({ mappings }).mappings[0].match).toBe(match);
  },
);

test.each<[Partial<StatsdMapping>, string]>([
  [{ match: 'shop.**' }, '"mappings[0].match" is "shop.**": use parts of letters'],
  [{ match: 'shop.a*' }, '"mappings[0].match" is "shop.a*"'],
  [{ match: '1shop' }, '"mappings[0].match" is "1shop"'],
  [
    { match: '(a', matchType: 'regex' },
    '"mappings[0].match" is "(a": use a regular expression: Unterminated group',
  ],
  [{ match: 'a(?=b)', matchType: 'regex' }, "Go's regular expressions have no look-around"],
  [{ match: '(a)\\1', matchType: 'regex' }, "Go's regular expressions have no look-around"],
  [{ name: undefined }, '"mappings[0].name" is missing: set the name of the metric, or "action" to "drop"'],
  [{ name: 'a-b' }, '"mappings[0].name" is "a-b": use letters'],
  [{ labels: { a: '$1' } }, '"mappings[0].labels" is "a": name the label with at least two letters'],
  [{ labels: { 'a.b': '$1' } }, '"mappings[0].labels" is "a.b"'],
  [
    { buckets: [1] },
    '"mappings[0].buckets" is set, but the metric is a summary: set "observerType" to "histogram"',
  ],
  [
    { quantiles: [{ quantile: 1, error: 0 }], observerType: 'histogram' },
    '"mappings[0].quantiles" is set, but the metric is a histogram: set "observerType" to "summary"',
  ],
  [{ buckets: [1, 0.5], observerType: 'histogram' }, 'list the bounds in increasing order'],
  [{ quantiles: [{ quantile: 99, error: 0 }] }, '"mappings[0].quantiles" is 99: use a number from 0 to 1'],
])('%j is refused', (mapping, message) => {
  const make = () => Adapters.statsdMetrics({ mappings: [{ match: 'a.*', name: 'a', ...mapping }] });
  expect(make).toThrow(message);
  expect(make).toThrow('Adapters.statsdMetrics (');
});

test.each<[StatsdMetricsOptions, string]>([
  [{ statsdPort: 0 }, '"statsdPort" is 0: use an integer from 1 to 65535'],
  [{ relay: 'statsd.example.com' }, '"relay" is "statsd.example.com": use a host and a port, such as'],
  [{ relay: 'statsd.example.com:99999' }, '"relay" is 99999: use an integer'],
  [{ mappingDefaults: { buckets: [1] } }, '"mappingDefaults.buckets" is set, but the metric is a summary'],
  [
    { mainEnv: { A: 'url' } },
    '"mainEnv" sets A to the unknown setting "url": use one of its settings: host, port, address',
  ],
])('%j is refused', (options, message) => {
  expect(() => Adapters.statsdMetrics(options)).toThrow(message);
});
