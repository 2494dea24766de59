/** Database that clients of PgBouncer can connect to. */
export interface PgBouncerDatabase {
  /** Name that clients use, which is also the prefix of its setting `<name>.url`. */
  readonly name: string;

  /**
   * Name of the database on the server.
   *
   * @default - the name that clients use
   */
  readonly database?: string;

  /**
   * Host name or address of the server.
   *
   * @default - `host` of the pool
   */
  readonly host?: string;

  /**
   * Port of the server.
   *
   * @default - `hostPort` of the pool
   */
  readonly hostPort?: number;

  /**
   * User of all connections to the server; its password is in `authFile`. Clients still log in to PgBouncer
   * as themselves.
   *
   * @default - the user of the client
   */
  readonly user?: string;

  /**
   * When a server connection returns to the pool.
   *
   * @default - `poolMode` of the pool
   */
  readonly poolMode?: 'session' | 'transaction' | 'statement';

  /**
   * Maximum number of connections to the server for each user.
   *
   * @default - `poolSize` of the pool
   */
  readonly poolSize?: number;
}
