import type { TlsFiles } from '../base/client-tls';
import type { PgBouncerDatabase } from './database';
import type { PgBouncerOptions } from './options';

type Values = { readonly [key: string]: string | number | undefined };

/** Content of `pgbouncer.ini`. Settings that are not given keep PgBouncer's defaults. */
export function iniOf(options: PgBouncerOptions, authFile: string, tls: TlsFiles): string {
  return [
    '[databases]',
    ...databaseLines(options),
    '',
    '[pgbouncer]',
    ...lines({
      listen_addr: '127.0.0.1',
      listen_port: options.port ?? 6432,
      unix_socket_dir: '',
      ...authSettings(options, authFile),
      ...poolSettings(options),
      ...tlsSettings(options, tls),
      ignore_startup_parameters: (options.ignoreStartupParameters ?? ['extra_float_digits']).join(','),
    }),
    '',
  ].join('\n');
}

const lines = (values: Values) =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key} = ${value}`);

function databaseLines(options: PgBouncerOptions): string[] {
  const { databases } = options;
  return databases
    ? databases.map((database) => `${database.name} = ${connection(options, database)}`)
    : [`* = ${connection(options)}`];
}

function connection(options: PgBouncerOptions, database?: PgBouncerDatabase): string {
  const { host = options.host, hostPort = options.hostPort ?? 5432 } = database ?? {};
  const values: Values = {
    host,
    port: hostPort,
    dbname: literal(database?.database),
    user: literal(database?.user),
    pool_mode: database?.poolMode,
    pool_size: database?.poolSize,
  };
  return lines(values)
    .map((line) => line.replace(' = ', '='))
    .join(' ');
}

/** Values of connection strings are in single quotes; doubling escapes those within. */
const literal = (value: string | undefined) =>
  value === undefined ? undefined : `'${value.replaceAll("'", "''")}'`;

const authSettings = (options: PgBouncerOptions, authFile: string): Values => ({
  auth_type: options.authType ?? 'scram-sha-256',
  auth_file: authFile,
  auth_user: options.authUser,
  auth_query: options.authQuery,
  auth_dbname: options.authDatabase,
});

const poolSettings = (options: PgBouncerOptions): Values => ({
  pool_mode: options.poolMode ?? 'session',
  default_pool_size: options.poolSize ?? 20,
  min_pool_size: options.minPoolSize,
  reserve_pool_size: options.reservePoolSize,
  max_db_connections: options.maxDatabaseConnections,
  max_client_conn: options.maxClients ?? 100,
  max_prepared_statements: options.maxPreparedStatements,
  query_wait_timeout: options.queryWaitSeconds,
  server_idle_timeout: options.idleServerSeconds,
});

function tlsSettings(options: PgBouncerOptions, { ca, certificate, key }: TlsFiles): Values {
  const mode = tlsMode(options);
  return {
    server_tls_sslmode: mode,
    server_tls_ca_file: mode.startsWith('verify-') ? ca : undefined,
    server_tls_cert_file: certificate,
    server_tls_key_file: key,
  };
}

export const tlsMode = ({ tls, caSecret, caConfigMap }: PgBouncerOptions) =>
  tls ?? (caSecret || caConfigMap ? 'verify-full' : 'prefer');
