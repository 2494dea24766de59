import type { ClientTlsOptions } from '../base/client-tls';

/** Server of a backend of HAProxy. */
export interface HaProxyServer {
  /** Host name or address: `db-0.example.com`. */
  readonly host: string;

  /** Port of the server. */
  readonly port: number;

  /**
   * Share of the connections relative to the other servers, from 1 to 256.
   *
   * @default 1
   */
  readonly weight?: number;

  /**
   * Whether the server receives connections only while no other server is available.
   *
   * @default false
   */
  readonly backup?: boolean;
}

/** How HAProxy checks whether servers are available. */
export interface HaProxyCheck {
  /**
   * What the check does: `tcp` connects (with TLS if the backend uses it), `redis` sends PING, `mysql` and
   * `pgsql` begin a session as `user`.
   *
   * @default 'tcp'
   */
  readonly type?: 'tcp' | 'redis' | 'mysql' | 'pgsql';

  /**
   * User of the check, required for `mysql` and `pgsql`. The user needs no password.
   *
   * @default - none
   */
  readonly user?: string;

  /**
   * Interval, in seconds.
   *
   * @default 5
   */
  readonly intervalSeconds?: number;

  /**
   * Number of consecutive failures before a server is considered down.
   *
   * @default 3
   */
  readonly fall?: number;

  /**
   * Number of consecutive successes before a server is considered up again.
   *
   * @default 2
   */
  readonly rise?: number;
}

/** Group of servers with a port on localhost. */
export interface HaProxyBackend {
  /** Name of the backend, used in the log and as the prefix of its settings: `<name>.host`. */
  readonly name: string;

  /** Port on localhost that the main container connects to. */
  readonly port: number;

  /** Servers that share the connections. */
  readonly servers: HaProxyServer[];

  /**
   * How a server is chosen for a new connection. `first` fills up one server before it uses the next;
   * `source` hashes the client address, which is always the same on localhost.
   *
   * @default 'roundrobin'
   */
  readonly balance?: 'roundrobin' | 'static-rr' | 'leastconn' | 'first' | 'source' | 'random';

  /**
   * TLS to the servers.
   *
   * @default - none
   */
  readonly tls?: ClientTlsOptions;

  /**
   * Health checks; `{}` uses the defaults.
   *
   * @default - none: a failed server still receives connections
   */
  readonly check?: HaProxyCheck;

  /**
   * Maximum number of concurrent connections to each server; further connections are queued.
   *
   * @default - unlimited
   */
  readonly serverConnections?: number;

  /**
   * Scheme of the setting `url`, such as `redis`.
   *
   * @default - there is no setting `url`
   */
  readonly scheme?: string;
}
