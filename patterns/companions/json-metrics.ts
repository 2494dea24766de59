import { Yaml } from 'cdk8s';
import { exporter } from './base/exporter';
import { OptionCheck } from './base/option-check';
import type { Endpoint } from './base/scrape';
import type { Companion } from './companion';
import { assertModules } from './json-metrics/checks';
import { moduleConfig, moduleName, tokenFile } from './json-metrics/config';
import type { JsonModule } from './json-metrics/module';
import type { MetricsOptions } from './metrics';

/** Options of metrics that are made of JSON. */
export interface JsonMetricsOptions extends MetricsOptions {
  /** JSON documents of the main container, and the metrics that each contains. */
  readonly modules: JsonModule[];
}

const DIRECTORY = '/etc/json-exporter';

/** Makes the exporter of JSON. */
export function jsonMetrics(options: JsonMetricsOptions): Companion {
  const check = new OptionCheck('Adapters.jsonMetrics');
  const { modules, port = 7979, name = 'json-exporter' } = options;
  assertModules(check, modules);
  const files = modules.map((module, index) => tokenFile(name, index, module));
  const tokens = files.flatMap((file) => file ?? []);
  const config = {
    modules: Object.fromEntries(
      modules.map((module, index) => [moduleName(module), moduleConfig(module, files[index])]),
    ),
  };
  return exporter(
    {
      check,
      port,
      portName: 'json-metrics',
      healthPath: '/',
      endpoints: modules.map((module) => endpointOf(module, modules.length > 1)),
      container: {
        name,
        image: 'quay.io/prometheuscommunity/json-exporter:v0.7.0',
        args: [`--web.listen-address=:${port}`, `--config.file=${DIRECTORY}/config.yml`],
        ...(tokens.length ? { volumeMounts: tokens.map(({ mount }) => mount) } : {}),
      },
      config: { mountPath: DIRECTORY, files: { 'config.yml': Yaml.stringify(config) } },
      volumes: tokens.map(({ volume }) => volume),
    },
    options,
  );
}

/** The label keeps apart what Prometheus says of each scrape itself, such as `up`. */
function endpointOf(module: JsonModule, isOneOfSeveral: boolean): Endpoint {
  const name = moduleName(module);
  return {
    path: '/probe',
    params: { module: name, target: module.url },
    ...(isOneOfSeveral ? { labels: { module: name } } : {}),
  };
}
