import type { SecretKeySelector } from '../../../lib/k8s';

/** Server of a pool of twemproxy. */
export interface TwemproxyServer {
  /** Host name or address: `redis-0.redis`. */
  readonly host: string;

  /**
   * Port of the server.
   *
   * @default - 6379; 11211 with `protocol: 'memcache'`
   */
  readonly port?: number;

  /**
   * Share of the keys, compared with the weights of the other servers.
   *
   * @default 1
   */
  readonly weight?: number;

  /**
   * Name that decides, with `ketama`, which keys the server has: they stay when the host changes.
   *
   * @default - host, port and weight decide
   */
  readonly name?: string;
}

/** Pool of servers that share the keys. */
export interface TwemproxyPool {
  /** Name of the pool, which is also part of the names of its settings: `<name>.url`. */
  readonly name: string;

  /** Port on localhost that the main container connects to. */
  readonly port: number;

  /** Servers that share the keys. */
  readonly servers: TwemproxyServer[];

  /**
   * Protocol of the servers.
   *
   * @default 'redis'
   */
  readonly protocol?: 'redis' | 'memcache';

  /**
   * How keys are distributed: with `ketama`, most stay where they are when a server is added or removed.
   *
   * @default 'ketama'
   */
  readonly distribution?: 'ketama' | 'modula' | 'random';

  /**
   * Hash function of the keys.
   *
   * @default 'fnv1a_64'
   */
  readonly hash?:
    | 'one_at_a_time'
    | 'md5'
    | 'crc16'
    | 'crc32'
    | 'crc32a'
    | 'fnv1_64'
    | 'fnv1a_64'
    | 'fnv1_32'
    | 'fnv1a_32'
    | 'hsieh'
    | 'murmur'
    | 'jenkins';

  /**
   * Two characters that enclose the only part of a key that is hashed: with `{}`, `{42}:name` and `{42}:age`
   * are on the same server.
   *
   * @default - the whole key is hashed
   */
  readonly hashTag?: string;

  /**
   * Key of a Secret that contains the password of all servers of the pool; the main container must
   * authenticate with it, too. Redis only.
   *
   * @default - none
   */
  readonly password?: SecretKeySelector;

  /**
   * Number of the Redis database on the servers.
   *
   * @default 0
   */
  readonly database?: number;

  /**
   * Timeout for connecting to a server and for its response, in milliseconds.
   *
   * @default 5000
   */
  readonly timeoutMilliseconds?: number;

  /**
   * Whether a server that fails is left out for `retryMilliseconds`: its keys are then on other servers. This
   * suits a cache, not a store.
   *
   * @default false
   */
  readonly ejectServers?: boolean;

  /**
   * Consecutive failures after which a server is left out.
   *
   * @default 2
   */
  readonly failureLimit?: number;

  /**
   * Time after which a server that was left out is tried again, in milliseconds.
   *
   * @default 30000
   */
  readonly retryMilliseconds?: number;

  /**
   * Most connections to each server.
   *
   * @default 1
   */
  readonly serverConnections?: number;

  /**
   * Most connections of the main container.
   *
   * @default - unlimited
   */
  readonly clientConnections?: number;

  /**
   * Whether the proxy connects to all servers when it starts.
   *
   * @default false
   */
  readonly preconnect?: boolean;
}
