import type { ClientTlsOptions } from '../base/client-tls';

/** Server of a backend of HAProxy. */
export interface HaProxyServer {
  /** Host name or address: `db-0.example.com`. */
  readonly host: string;

  /** Port of the server. */
  readonly port: number;

  /**
   * Share of the connections, compared with the weights of the other servers: up to 256.
   *
   * @default 1
   */
  readonly weight?: number;

  /**
   * Whether it gets connections only while no other server is available.
   *
   * @default false
   */
  readonly backup?: boolean;
}

/** How HAProxy checks whether servers are available. */
export interface HaProxyCheck {
  /**
   * What it does: `tcp` connects (with TLS if the backend has it), `redis` sends PING, `mysql` and `pgsql`
   * begin a session as `user`.
   *
   * @default 'tcp'
   */
  readonly type?: 'tcp' | 'redis' | 'mysql' | 'pgsql';

  /**
   * User of the check: `mysql` and `pgsql` need one. It needs no password.
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
   * Consecutive failures after which a server is not available.
   *
   * @default 3
   */
  readonly fall?: number;

  /**
   * Consecutive successes after which a server is available again.
   *
   * @default 2
   */
  readonly rise?: number;
}

/** Servers with a port on localhost. */
export interface HaProxyBackend {
  /** Name of the backend, which is also part of the names of its settings: `<name>.host`. */
  readonly name: string;

  /** Port on localhost that the main container connects to. */
  readonly port: number;

  /** Servers that share the connections. */
  readonly servers: HaProxyServer[];

  /**
   * Which server gets a new connection: `first` fills one server after the other, `source` takes the one that
   * the client's address decides, which is always the same on localhost.
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
   * Health checks; `{}` for those with the defaults.
   *
   * @default - none: a server that fails still gets connections
   */
  readonly check?: HaProxyCheck;

  /**
   * Most connections to each server at a time; others wait.
   *
   * @default - unlimited
   */
  readonly serverConnections?: number;

  /**
   * Scheme of the setting `url`, such as `redis`.
   *
   * @default - there is no such setting
   */
  readonly scheme?: string;
}
