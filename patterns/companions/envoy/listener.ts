import type { ClientTlsOptions } from '../base/client-tls';

/** Server that Envoy connects to. */
export interface EnvoyHost {
  /** Host name or address: `api.example.com`. */
  readonly host: string;

  /** Port of the server. */
  readonly port: number;

  /**
   * Share of the load, compared with the weights of the other servers.
   *
   * @default 1
   */
  readonly weight?: number;
}

/** Active health checks of the servers of a listener. */
export interface EnvoyHealthCheck {
  /**
   * Path that must answer with status 200; without it, a connection is enough.
   *
   * @default - a connection is enough
   */
  readonly path?: string;

  /**
   * Interval, in seconds.
   *
   * @default 5
   */
  readonly intervalSeconds?: number;

  /**
   * Consecutive failures after which a server is left out.
   *
   * @default 3
   */
  readonly unhealthyThreshold?: number;

  /**
   * Consecutive successes after which a server is used again.
   *
   * @default 2
   */
  readonly healthyThreshold?: number;
}

/** Port on localhost, and the servers behind it. */
export interface EnvoyListener {
  /** Name of listener and cluster, which is also part of the names of its settings: `<name>.url`. */
  readonly name: string;

  /** Port on localhost that the main container connects to. */
  readonly port: number;

  /** Servers that share the load. */
  readonly hosts: EnvoyHost[];

  /**
   * What is proxied: connections (`tcp`), or requests (`http`), which are balanced and retried one by one.
   *
   * @default 'tcp'
   */
  readonly protocol?: 'tcp' | 'http';

  /**
   * Whether the servers speak HTTP/2, as gRPC needs it. With `protocol: 'http'` only.
   *
   * @default false
   */
  readonly http2?: boolean;

  /**
   * How the load is shared.
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
   * Active health checks; `{}` for those with the defaults.
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
   * Timeout of a request, in seconds; 0 for none, as streams need it. With `protocol: 'http'` only.
   *
   * @default 15
   */
  readonly requestTimeoutSeconds?: number;

  /**
   * How often a request that failed before its response is sent again. With `protocol: 'http'` only.
   *
   * @default 0
   */
  readonly retries?: number;

  /**
   * Time without data after which a connection is closed, in seconds.
   *
   * @default 3600
   */
  readonly idleTimeoutSeconds?: number;

  /**
   * Host header of requests. With `protocol: 'http'` only.
   *
   * @default - the name of the server that is chosen
   */
  readonly hostHeader?: string;

  /**
   * Scheme of the setting `url`, such as `redis`.
   *
   * @default - 'http' with `protocol: 'http'`; otherwise there is no such setting
   */
  readonly scheme?: string;
}
