import { exporter } from './base/exporter';
import { OptionCheck, plainEnv } from './base/option-check';
import type { Companion } from './companion';
import type { MetricsOptions } from './metrics';

/** Options of the metrics of PHP-FPM. */
export interface PhpFpmMetricsOptions extends MetricsOptions {
  /**
   * Port of the main container at which PHP-FPM listens for FastCGI.
   *
   * @default 9000
   */
  readonly fpmPort?: number;

  /**
   * Socket of PHP-FPM in the main container: an absolute path, such as `/run/php/php-fpm.sock`. `Adapter`
   * shares its directory. The user of the exporter must be allowed to write to the socket.
   *
   * @default - the connection is made to `fpmPort`
   */
  readonly socket?: string;

  /**
   * Path of the status page: `pm.status_path` of the pool.
   *
   * @default '/status'
   */
  readonly statusPath?: string;

  /**
   * Whether the exporter counts the processes itself, because PHP-FPM's own counts can be wrong.
   *
   * @default false
   */
  readonly fixProcessCount?: boolean;
}

/** Makes the exporter of PHP-FPM's metrics. */
export function phpFpmMetrics(options: PhpFpmMetricsOptions): Companion {
  const check = assertValid(options);
  const { fpmPort = 9000, socket, statusPath = '/status', fixProcessCount = false, port = 9253 } = options;
  const uri =
    socket === undefined ? `tcp://127.0.0.1:${fpmPort}${statusPath}` : `unix://${socket};${statusPath}`;
  return exporter(
    {
      check,
      port,
      portName: 'php-fpm-metrics',
      healthPath: '/',
      container: {
        name: 'php-fpm-exporter',
        image: 'docker.io/hipages/php-fpm_exporter:2.2.0',
        env: [
          plainEnv('PHP_FPM_SCRAPE_URI', uri),
          plainEnv('PHP_FPM_WEB_LISTEN_ADDRESS', `:${port}`),
          ...(fixProcessCount ? [plainEnv('PHP_FPM_FIX_PROCESS_COUNT', 'true')] : []),
        ],
      },
      ...(socket === undefined ? {} : { share: socket.slice(0, socket.lastIndexOf('/')) }),
    },
    options,
  );
}

function assertValid({ fpmPort, socket, statusPath }: PhpFpmMetricsOptions): OptionCheck {
  const check = new OptionCheck('Adapters.phpFpmMetrics');
  check.port('fpmPort', fpmPort);
  check.socket('socket', socket);
  check.matches(
    'statusPath',
    statusPath,
    /^\/[^\s,;?#]*$/,
    'use the pm.status_path of the pool, which starts with "/"',
  );
  if (socket !== undefined && fpmPort !== undefined) {
    check.contradiction('"socket" and "fpmPort" are both set: remove one');
  }
  return check;
}
