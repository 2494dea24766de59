import type { SecretKeySelector } from '../../lib/k8s';
import { UNPRIVILEGED } from '../blocks/hardening';
import { OptionCheck } from './base/option-check';
import { Companion } from './companion';
import type { CompanionOptions } from './options';

/** Options of a pool of connections to PostgreSQL. */
export interface PgBouncerOptions extends CompanionOptions {
  /** Host name or address of the server: `db.example.com`. */
  readonly host: string;

  /**
   * Port of the server.
   *
   * @default 5432
   */
  readonly hostPort?: number;

  /**
   * Key of a Secret that contains the users, in the format of PgBouncer's `auth_file`: a line
   * `"user" "password"` for each, with the password in plain text or as SCRAM or MD5 hash.
   */
  readonly authFile: SecretKeySelector;

  /**
   * How clients log in to PgBouncer.
   *
   * @default 'scram-sha-256'
   */
  readonly authType?: 'scram-sha-256' | 'md5' | 'plain';

  /**
   * When a connection to the server is given back: at the end of the client's session, transaction or
   * statement. Only `session` supports everything that PostgreSQL does.
   *
   * @default 'session'
   */
  readonly poolMode?: 'session' | 'transaction' | 'statement';

  /**
   * Most connections to the server for each pair of user and database.
   *
   * @default 20
   */
  readonly poolSize?: number;

  /**
   * Most connections of the main container.
   *
   * @default 100
   */
  readonly maxClients?: number;

  /**
   * TLS to the server: `require` does not check its certificate, `verify-full` checks it with the system's
   * authorities.
   *
   * @default 'prefer'
   */
  readonly tls?: 'disable' | 'prefer' | 'require' | 'verify-full';

  /**
   * Port on localhost that the main container connects to.
   *
   * @default 6432
   */
  readonly port?: number;
}

const DIRECTORY = '/etc/pgbouncer-config';
const AUTH_DIRECTORY = '/etc/pgbouncer-auth';

/** Makes the pool of connections. */
export function pgBouncer(options: PgBouncerOptions): Companion {
  assertValid(options);
  const { authFile, port = 6432 } = options;
  return new Companion(
    {
      container: {
        name: 'pgbouncer',
        image: 'docker.io/edoburu/pgbouncer:v1.23.1-p3',
        command: ['pgbouncer', `${DIRECTORY}/pgbouncer.ini`],
        startupProbe: {
          exec: { command: ['nc', '-z', '127.0.0.1', String(port)] },
          periodSeconds: 1,
          failureThreshold: 60,
        },
        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { memory: '64Mi' } },
        securityContext: { ...UNPRIVILEGED, runAsUser: 70, runAsGroup: 70 },
        volumeMounts: [{ name: 'pgbouncer-auth', mountPath: AUTH_DIRECTORY, readOnly: true }],
      },
      port,
      localhostOnly: true,
      settings: { host: '127.0.0.1', port: String(port) },
      reload: { process: 'pgbouncer' },
      config: { mountPath: DIRECTORY, files: { 'pgbouncer.ini': iniOf(options, port) } },
      volumes: [
        {
          name: 'pgbouncer-auth',
          secret: { secretName: authFile.name, items: [{ key: authFile.key, path: 'userlist.txt' }] },
        },
      ],
    },
    options,
  );
}

function assertValid({ host, hostPort, poolSize, maxClients, port }: PgBouncerOptions): void {
  const check = new OptionCheck('Ambassadors.pgBouncer');
  check.host('host', host);
  check.port('hostPort', hostPort);
  check.port('port', port);
  check.count('poolSize', poolSize, 1);
  check.count('maxClients', maxClients, 1);
}

function iniOf(options: PgBouncerOptions, port: number): string {
  const { host, hostPort = 5432, authType = 'scram-sha-256', poolMode = 'session' } = options;
  const { poolSize = 20, maxClients = 100, tls = 'prefer' } = options;
  return [
    '[databases]',
    `* = host=${host} port=${hostPort}`,
    '',
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    `auth_type = ${authType}`,
    `auth_file = ${AUTH_DIRECTORY}/userlist.txt`,
    `pool_mode = ${poolMode}`,
    `default_pool_size = ${poolSize}`,
    `max_client_conn = ${maxClients}`,
    `server_tls_sslmode = ${tls}`,
    'ignore_startup_parameters = extra_float_digits',
    '',
  ].join('\n');
}
