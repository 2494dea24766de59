import type { SecretKeySelector } from '../../lib/k8s';
import { exporter } from './base/exporter';
import { collectorFlags } from './base/collectors';
import { OptionCheck, plainEnv, secretEnv } from './base/option-check';
import type { Companion } from './companion';
import type { MetricsOptions } from './metrics';

/** Options of the metrics of PostgreSQL. */
export interface PostgresMetricsOptions extends MetricsOptions {
  /**
   * Port of the server in the main container.
   *
   * @default 5432
   */
  readonly postgresPort?: number;

  /**
   * Database to connect to.
   *
   * @default 'postgres'
   */
  readonly database?: string;

  /** User: a member of the role `pg_monitor` sees everything that is exported. */
  readonly username: string;

  /** Key of a Secret that contains the password. */
  readonly password: SecretKeySelector;

  /**
   * TLS to the server: `require` does not check its certificate. The connection does not leave the Pod.
   *
   * @default 'disable'
   */
  readonly tls?: 'disable' | 'require';

  /**
   * Collectors to switch on or off, by the name that they have in the exporter's flags:
   * `{ stat_statements: true, locks: false }`.
   *
   * @default - the exporter's
   */
  readonly collectors?: { readonly [collector: string]: boolean };
}

/** Makes the exporter of PostgreSQL's metrics. */
export function postgresMetrics(options: PostgresMetricsOptions): Companion {
  const { postgresPort = 5432, database = 'postgres', username, password } = options;
  const { tls = 'disable', port = 9187, collectors = {} } = options;
  const check = new OptionCheck('Adapters.postgresMetrics');
  check.port('postgresPort', postgresPort);
  check.notEmpty('database', database, 'one character');
  check.notEmpty('username', username, 'one character');
  const uri = `127.0.0.1:${postgresPort}/${encodeURIComponent(database)}?sslmode=${tls}`;
  return exporter(
    {
      check,
      port,
      portName: 'pg-metrics',
      healthPath: '/',
      container: {
        name: 'postgres-exporter',
        image: 'quay.io/prometheuscommunity/postgres-exporter:v0.20.1',
        args: [`--web.listen-address=:${port}`, ...collectorFlags(check, 'collector', collectors)],
        env: [
          plainEnv('DATA_SOURCE_URI', uri),
          plainEnv('DATA_SOURCE_USER', username),
          secretEnv('DATA_SOURCE_PASS', password),
        ],
      },
    },
    options,
  );
}
