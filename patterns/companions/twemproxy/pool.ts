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
   * Share of the keys relative to the other servers.
   *
   * @default 1
   */
  readonly weight?: number;

  /**
   * Name that `ketama` hashes instead of the address, so that the server keeps its keys when its host
   * changes.
   *
   * @default - host, port and weight are hashed
   */
  readonly name?: string;
}

/** Pool of servers that share the keys. */
export interface TwemproxyPool {
  /** Name of the pool, used as the prefix of its settings: `<name>.url`. */
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
   * How keys are distributed. With `ketama`, most keys stay where they are when servers are added or removed.
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
   * Two characters that enclose the part of a key to hash: with `{}`, the keys `{42}:name` and `{42}:age` are
   * on the same server.
   *
   * @default - the whole key is hashed
   */
  readonly hashTag?: string;

  /**
   * Key of a Secret that contains the password of all servers in the pool. The main container must
   * authenticate to twemproxy with the same password. Redis only.
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
   * Whether a failing server is ejected for `retryMilliseconds`, which moves its keys to other servers. Use
   * it for caches only.
   *
   * @default false
   */
  readonly ejectServers?: boolean;

  /**
   * Number of consecutive failures before a server is ejected.
   *
   * @default 2
   */
  readonly failureLimit?: number;

  /**
   * Time before an ejected server is tried again, in milliseconds.
   *
   * @default 30000
   */
  readonly retryMilliseconds?: number;

  /**
   * Maximum number of connections to each server.
   *
   * @default 1
   */
  readonly serverConnections?: number;

  /**
   * Maximum number of connections from the main container.
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
