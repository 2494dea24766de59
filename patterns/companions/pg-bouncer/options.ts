import type { ConfigMapKeySelector, SecretKeySelector } from '../../../lib/k8s';
import type { CompanionOptions } from '../options';
import type { PgBouncerDatabase } from './database';

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
   * Databases that clients can connect to.
   *
   * @default - each database of the server, under its name
   */
  readonly databases?: PgBouncerDatabase[];

  /**
   * Key of a Secret that contains the users, in the format of PgBouncer's `auth_file`: a line
   * `"user" "password"` for each, with the password in plain text or as SCRAM secret or MD5 hash. With a
   * SCRAM secret, PgBouncer can log in to the server only if the server stores the identical secret.
   */
  readonly authFile: SecretKeySelector;

  /**
   * How clients log in to PgBouncer.
   *
   * @default 'scram-sha-256'
   */
  readonly authType?: 'scram-sha-256' | 'md5' | 'plain';

  /**
   * User that PgBouncer logs in as to look up users that are missing in `authFile`. The password of this user
   * is in `authFile`.
   *
   * @default - only users in `authFile` can log in
   */
  readonly authUser?: string;

  /**
   * Query that returns the name and password of user `$1`.
   *
   * @default - PgBouncer's own query, which reads `pg_authid` and needs a superuser
   */
  readonly authQuery?: string;

  /**
   * Database in which `authQuery` runs.
   *
   * @default - the one that the client connects to
   */
  readonly authDatabase?: string;

  /**
   * When a server connection returns to the pool: at the end of the client's session, transaction or
   * statement. Only `session` supports everything that PostgreSQL does.
   *
   * @default 'session'
   */
  readonly poolMode?: 'session' | 'transaction' | 'statement';

  /**
   * Maximum number of connections to the server for each pair of user and database.
   *
   * @default 20
   */
  readonly poolSize?: number;

  /**
   * Minimum number of connections kept open for each pair of user and database in use.
   *
   * @default 0
   */
  readonly minPoolSize?: number;

  /**
   * Connections allowed beyond `poolSize` for clients that have waited for five seconds.
   *
   * @default 0
   */
  readonly reservePoolSize?: number;

  /**
   * Maximum number of connections to the server for each database, across all users.
   *
   * @default - unlimited
   */
  readonly maxDatabaseConnections?: number;

  /**
   * Maximum number of connections from the main container.
   *
   * @default 100
   */
  readonly maxClients?: number;

  /**
   * Prepared statements that are kept for each connection to the server, so that they work in the pool modes
   * `transaction` and `statement`; 0 for none.
   *
   * @default - 200, the default of PgBouncer 1.25
   */
  readonly maxPreparedStatements?: number;

  /**
   * Time that a client waits for a connection to the server before its query fails, in seconds; 0 for no
   * limit.
   *
   * @default 120
   */
  readonly queryWaitSeconds?: number;

  /**
   * Time before an unused connection to the server is closed, in seconds; 0 for no limit.
   *
   * @default 600
   */
  readonly idleServerSeconds?: number;

  /**
   * Startup parameters of clients to ignore instead of refusing the connection.
   *
   * @default - extra_float_digits, which JDBC sets
   */
  readonly ignoreStartupParameters?: string[];

  /**
   * TLS to the server: `require` does not check its certificate, `verify-ca` checks who signed it, and
   * `verify-full` also checks that it contains the host.
   *
   * @default - 'prefer', or 'verify-full' if `caSecret` or `caConfigMap` is set
   */
  readonly tls?: 'disable' | 'allow' | 'prefer' | 'require' | 'verify-ca' | 'verify-full';

  /**
   * Key of a Secret that contains the certificates of the authorities of the server, in PEM format.
   *
   * @default - the authorities of the image, unless `caConfigMap` is set
   */
  readonly caSecret?: SecretKeySelector;

  /**
   * Key of a ConfigMap that contains the certificates of the authorities of the server, in PEM format.
   *
   * @default - the authorities of the image, unless `caSecret` is set
   */
  readonly caConfigMap?: ConfigMapKeySelector;

  /**
   * Name of a Secret of type `kubernetes.io/tls` with PgBouncer's certificate for the server, and its key.
   *
   * @default - none
   */
  readonly clientSecret?: string;

  /**
   * Port on localhost that the main container connects to.
   *
   * @default 6432
   */
  readonly port?: number;
}
