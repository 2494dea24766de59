import { escapeExpansion } from '../blocks/shell-command';
import { exporter } from './base/exporter';
import { OptionCheck } from './base/option-check';
import type { Companion } from './companion';
import type { MetricsOptions } from './metrics';

/** Options of the metrics of nginx. */
export interface NginxMetricsOptions extends MetricsOptions {
  /**
   * Port of the main container at which nginx serves its status.
   *
   * @default 8080
   */
  readonly nginxPort?: number;

  /**
   * Path of the status: that of the location with `stub_status`, or of NGINX Plus' API.
   *
   * @default - `/stub_status`, for NGINX Plus `/api`
   */
  readonly statusPath?: string;

  /**
   * Whether it is NGINX Plus, whose API has more metrics.
   *
   * @default false
   */
  readonly plus?: boolean;

  /**
   * Whether nginx speaks TLS at `nginxPort`. Its certificate is not checked; the connection does not leave
   * the Pod.
   *
   * @default false
   */
  readonly tls?: boolean;

  /**
   * Labels of every metric: `{ site: 'shop' }`.
   *
   * @default - none
   */
  readonly constLabels?: { readonly [label: string]: string };
}

/** Makes the exporter of nginx' metrics. */
export function nginxMetrics(options: NginxMetricsOptions): Companion {
  const { nginxPort = 8080, plus = false, tls = false, port = 9113, constLabels = {} } = options;
  const { statusPath = plus ? '/api' : '/stub_status' } = options;
  const check = new OptionCheck('Adapters.nginxMetrics');
  check.port('nginxPort', nginxPort);
  check.matches('statusPath', statusPath, /^\/[^\s?#]*$/, 'use a path that starts with "/"');
  Object.keys(constLabels).forEach((label) => check.metricLabel('constLabels', label));
  const uri = `${tls ? 'https' : 'http'}://127.0.0.1:${nginxPort}${statusPath}`;
  const labels = Object.entries(constLabels).map(([k, v]) => `--prometheus.const-label=${k}=${v}`);
  return exporter(
    {
      check,
      port,
      portName: 'nginx-metrics',
      healthPath: '/',
      user: 1001,
      container: {
        name: 'nginx-exporter',
        image: 'docker.io/nginx/nginx-prometheus-exporter:1.5.1',
        args: [
          `--web.listen-address=:${port}`,
          `--nginx.scrape-uri=${uri}`,
          ...(plus ? ['--nginx.plus'] : []),
          ...labels,
        ].map(escapeExpansion),
      },
    },
    options,
  );
}
