import type { ClientTlsOptions } from '../base/client-tls';

/** Server that Envoy connects to. */
export interface EnvoyHost {
  /** Host name or address: `api.example.com`. */
  readonly host: string;

  /** Port of the server. */
  readonly port: number;

  /**
   * Share of the load relative to the other servers.
   *
   * @default 1
   */
  readonly weight?: number;
}

/** Active health checks of the servers of a listener. */
export interface EnvoyHealthCheck {
  /**
   * Path that must return status 200.
   *
   * @default - the check only connects
   */
  readonly path?: string;

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
  readonly unhealthyThreshold?: number;

  /**
   * Number of consecutive successes before a server is considered up again.
   *
   * @default 2
   */
  readonly healthyThreshold?: number;
}

/** Port on localhost, and the servers behind it. */
export interface EnvoyListener {
  /** Name of listener and cluster, used as the prefix of the settings: `<name>.url`. */
  readonly name: string;

  /** Port on localhost that the main container connects to. */
  readonly port: number;

  /** Servers that share the load. */
  readonly hosts: EnvoyHost[];

  /**
   * Whether Envoy balances connections (`tcp`) or requests (`http`).
   *
   * @default 'tcp'
   */
  readonly protocol?: 'tcp' | 'http';

  /**
   * Whether to speak HTTP/2 to the servers, which gRPC requires. Requires `protocol: 'http'`.
   *
   * @default false
   */
  readonly http2?: boolean;

  /**
   * Load balancing policy.
   *
   * @default 'round-robin'
   */
  readonly balance?: 'round-robin' | 'least-request' | 'random';

  /**
   * TLS to the servers.
   *
   * @default - none
   */
  readonly tls?: ClientTlsOptions;

  /**
   * Active health checks; `{}` uses the defaults.
   *
   * @default - none
   */
  readonly healthCheck?: EnvoyHealthCheck;

  /**
   * Timeout for connecting to a server, in seconds.
   *
   * @default 5
   */
  readonly connectTimeoutSeconds?: number;

  /**
   * Request timeout, in seconds; 0 disables it, which streams require. Requires `protocol: 'http'`.
   *
   * @default 15
   */
  readonly requestTimeoutSeconds?: number;

  /**
   * Number of times that a request is retried if it fails before a response begins. Requires
   * `protocol: 'http'`.
   *
   * @default 0
   */
  readonly retries?: number;

  /**
   * Time without data before a connection is closed, in seconds.
   *
   * @default 3600
   */
  readonly idleTimeoutSeconds?: number;

  /**
   * Host header of requests. Requires `protocol: 'http'`.
   *
   * @default - the name of the chosen server
   */
  readonly hostHeader?: string;

  /**
   * Scheme of the setting `url`, such as `redis`.
   *
   * @default - 'http' with `protocol: 'http'`; otherwise there is no setting `url`
   */
  readonly scheme?: string;
}
