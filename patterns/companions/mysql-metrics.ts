import type { SecretKeySelector } from '../../lib/k8s';
import { escapeExpansion } from '../blocks/shell-command';
import { collectorFlags } from './base/collectors';
import { exporter } from './base/exporter';
import { OptionCheck, secretEnv } from './base/option-check';
import type { Companion } from './companion';
import type { MetricsOptions } from './metrics';

/** Options of the metrics of MySQL or MariaDB. */
export interface MysqlMetricsOptions extends MetricsOptions {
  /**
   * Port of the server in the main container.
   *
   * @default 3306
   */
  readonly mysqlPort?: number;

  /**
   * Socket of the server in the main container: an absolute path, such as `/var/run/mysqld/mysqld.sock`.
   * `Adapter` shares its directory.
   *
   * @default - the connection is made to `mysqlPort`
   */
  readonly socket?: string;

  /** User, with the privileges PROCESS, REPLICATION CLIENT and SELECT. */
  readonly username: string;

  /** Key of a Secret that contains the password. */
  readonly password: SecretKeySelector;

  /**
   * Whether to use TLS. The certificate is not checked; the connection does not leave the Pod.
   *
   * @default false
   */
  readonly tls?: boolean;

  /**
   * Collectors to switch on or off, by the name that they have in the exporter's flags:
   * `{ 'info_schema.tables': true, slave_status: false }`.
   *
   * @default - the exporter's
   */
  readonly collectors?: { readonly [collector: string]: boolean };
}

/** Makes the exporter of MySQL's metrics. */
export function mysqlMetrics(options: MysqlMetricsOptions): Companion {
  const check = assertValid(options);
  const { mysqlPort = 3306, socket, username, password, port = 9104, collectors = {} } = options;
  const address = socket === undefined ? `127.0.0.1:${mysqlPort}` : `unix://${socket}`;
  return exporter(
    {
      check,
      port,
      portName: 'mysql-metrics',
      healthPath: '/',
      container: {
        name: 'mysqld-exporter',
        image: 'quay.io/prometheus/mysqld-exporter:v0.20.0',
        args: [
          `--web.listen-address=:${port}`,
          `--mysqld.address=${address}`,
          `--mysqld.username=${username}`,
          ...(options.tls ? ['--tls.insecure-skip-verify'] : []),
          ...collectorFlags(check, 'collect', collectors),
        ].map(escapeExpansion),
        env: [secretEnv('MYSQLD_EXPORTER_PASSWORD', password)],
      },
      ...(socket === undefined ? {} : { share: directoryOf(socket) }),
    },
    options,
  );
}

const directoryOf = (path: string) => path.slice(0, path.lastIndexOf('/'));

function assertValid({ mysqlPort, socket, username, tls }: MysqlMetricsOptions): OptionCheck {
  const check = new OptionCheck('Adapters.mysqlMetrics');
  check.port('mysqlPort', mysqlPort);
  check.socket('socket', socket);
  check.notEmpty('username', username, 'one character');
  if (socket !== undefined && (mysqlPort !== undefined || tls)) {
    check.contradiction(
      `"socket" and "${tls ? 'tls' : 'mysqlPort'}" are both set: remove one, as the socket needs neither`,
    );
  }
  return check;
}
