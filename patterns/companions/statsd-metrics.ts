import { Yaml } from 'cdk8s';
import { exporter } from './base/exporter';
import { OptionCheck } from './base/option-check';
import type { Companion } from './companion';
import type { MetricsOptions } from './metrics';
import type { CompanionConfig } from './options';
import { assertMapping, assertObserver } from './statsd-metrics/checks';
import { mappingConfig } from './statsd-metrics/config';
import type { StatsdDefaults, StatsdMapping } from './statsd-metrics/mapping';

/** Options of the metrics of an application that sends StatsD. */
export interface StatsdMetricsOptions extends MetricsOptions {
  /**
   * Port on localhost that the main container sends StatsD to, by UDP or TCP.
   *
   * @default 8125
   */
  readonly statsdPort?: number;

  /**
   * Rules that make a metric with labels of a StatsD metric. The first glob that matches counts; without
   * one, the first regular expression.
   *
   * @default - each metric keeps its name, with `_` in place of `.`, and has no labels
   */
  readonly mappings?: StatsdMapping[];

  /**
   * What applies to each mapping that does not set it.
   *
   * @default - the exporter's defaults
   */
  readonly mappingDefaults?: StatsdDefaults;

  /**
   * Host and port of a StatsD server that receives everything as well, by UDP: `statsd.example.com:8125`.
   *
   * @default - none
   */
  readonly relay?: string;
}

const DIRECTORY = '/etc/statsd-exporter';

/** Makes the exporter of StatsD metrics. */
export function statsdMetrics(options: StatsdMetricsOptions): Companion {
  const { statsdPort = 8125, relay, port = 9102 } = options;
  const check = assertValid(options);
  const address = `127.0.0.1:${statsdPort}`;
  const config = configOf(options);
  return exporter(
    {
      check,
      port,
      portName: 'statsd-metrics',
      healthPath: '/-/healthy',
      container: {
        name: 'statsd-exporter',
        image: 'quay.io/prometheus/statsd-exporter:v0.30.0',
        args: [
          `--web.listen-address=:${port}`,
          `--statsd.listen-udp=${address}`,
          `--statsd.listen-tcp=${address}`,
          ...(config ? [`--statsd.mapping-config=${DIRECTORY}/mapping.yml`] : []),
          ...(relay === undefined ? [] : [`--statsd.relay.address=${relay}`]),
        ],
        startupProbe: { httpGet: { path: '/-/ready', port }, periodSeconds: 1, failureThreshold: 60 },
      },
      listenPorts: [statsdPort],
      settings: { host: '127.0.0.1', port: String(statsdPort), address },
      ...(config ? { config } : {}),
    },
    options,
  );
}

function configOf({ mappings, mappingDefaults }: StatsdMetricsOptions): CompanionConfig | undefined {
  if (!mappings && !mappingDefaults) return undefined;
  const files = { 'mapping.yml': Yaml.stringify(mappingConfig(mappings, mappingDefaults)) };
  return { mountPath: DIRECTORY, files };
}

function assertValid({
  statsdPort,
  relay,
  mappings = [],
  mappingDefaults = {},
}: StatsdMetricsOptions): OptionCheck {
  const check = new OptionCheck('Adapters.statsdMetrics');
  check.port('statsdPort', statsdPort);
  check.hostAndPort('relay', relay, 'statsd.example.com:8125');
  assertObserver(check, 'mappingDefaults', mappingDefaults);
  mappings.forEach((mapping, index) => assertMapping(check, `mappings[${index}]`, mapping, mappingDefaults));
  return check;
}
