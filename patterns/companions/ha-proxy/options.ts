import type { CompanionOptions } from '../options';
import type { HaProxyBackend } from './backend';

/** Options of HAProxy as a TCP proxy. */
export interface HaProxyOptions extends CompanionOptions {
  /** Servers by what they serve, each with a port on localhost. */
  readonly backends: HaProxyBackend[];

  /**
   * Timeout for connecting to a server, in seconds.
   *
   * @default 5
   */
  readonly connectTimeoutSeconds?: number;

  /**
   * Time without data in either direction after which a connection is closed, in seconds.
   *
   * @default 3600
   */
  readonly idleTimeoutSeconds?: number;

  /**
   * Most connections of the main container.
   *
   * @default 1000
   */
  readonly maxConnections?: number;

  /**
   * Whether servers are looked up again while the proxy runs, as DNS changes. HAProxy then ignores the search
   * domains of the Pod: hosts must be fully qualified, such as `redis.shop.svc.cluster.local`.
   *
   * @default false
   */
  readonly followDns?: boolean;

  /**
   * Most time that open connections have to end on termination, in seconds.
   *
   * @default 25
   */
  readonly drainSeconds?: number;

  /**
   * Port of `/live`, which says that the proxy runs, `/ready`, which says that each backend has a server, and
   * `/metrics` for Prometheus.
   *
   * @default 8404
   */
  readonly healthPort?: number;

  /**
   * Address that `healthPort` listens on: `::` for Pods that have only IPv6.
   *
   * @default '0.0.0.0'
   */
  readonly healthAddress?: string;
}
