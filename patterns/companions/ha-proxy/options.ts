import type { CompanionOptions } from '../options';
import type { HaProxyBackend } from './backend';

/** Options of HAProxy as a TCP proxy. */
export interface HaProxyOptions extends CompanionOptions {
  /** Groups of servers, each with a port on localhost. */
  readonly backends: HaProxyBackend[];

  /**
   * Timeout for connecting to a server, in seconds.
   *
   * @default 5
   */
  readonly connectTimeoutSeconds?: number;

  /**
   * Time without data in either direction before a connection is closed, in seconds.
   *
   * @default 3600
   */
  readonly idleTimeoutSeconds?: number;

  /**
   * Maximum number of connections from the main container.
   *
   * @default 1000
   */
  readonly maxConnections?: number;

  /**
   * Whether host names are resolved again while the proxy runs, to follow changes in DNS. HAProxy then
   * ignores the search domains of the Pod: hosts must be fully qualified, such as
   * `redis.shop.svc.cluster.local`.
   *
   * @default false
   */
  readonly followDns?: boolean;

  /**
   * Maximum time that open connections have to finish on termination, in seconds.
   *
   * @default 25
   */
  readonly drainSeconds?: number;

  /**
   * Port that serves `/live` (the proxy is running), `/ready` (each backend has an available server) and
   * `/metrics` for Prometheus.
   *
   * @default 8404
   */
  readonly healthPort?: number;

  /**
   * Address that `healthPort` listens on. Use `::` for IPv6-only Pods.
   *
   * @default '0.0.0.0'
   */
  readonly healthAddress?: string;
}
