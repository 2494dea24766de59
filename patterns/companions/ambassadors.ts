import { checkArguments } from '../../lib/options/check';
import type { CloudSqlProxyOptions } from './cloud-sql-proxy/options';
import type { Companion } from './companion';
import type { EnvoyOptions } from './envoy/options';
import type { HaProxyOptions } from './ha-proxy/options';
import { companions } from './lazy';
import type { PgBouncerOptions } from './pg-bouncer/options';
import type { SocatOptions } from './socat';
import type { StunnelOptions } from './stunnel';
import type { TwemproxyOptions } from './twemproxy';

/**
 * Companions for `Ambassador`: the main container connects to them on localhost. Their settings for `mainEnv`
 * are `host` and `port`, and `url` if the scheme is known; a companion with several services has them for the
 * first, and for each under its name, such as `orders.url`.
 */
export class Ambassadors {
  /**
   * Creates a Cloud SQL Auth Proxy for instances of Google Cloud SQL.
   *
   * @param options which instances, and as whom to connect
   * @throws Error if an instance or number is invalid, or a port is used twice
   */
  public static cloudSqlProxy(options: CloudSqlProxyOptions): Companion {
    checkArguments('Ambassadors.cloudSqlProxy', options);
    return companions().cloudSqlProxy(options);
  }

  /**
   * Creates an Envoy that proxies TCP or HTTP to static servers.
   *
   * @param options which ports, and the servers behind each
   * @throws Error if a host, port or number is invalid, or options contradict each other
   */
  public static envoy(options: EnvoyOptions): Companion {
    checkArguments('Ambassadors.envoy', options);
    return companions().envoy(options);
  }

  /**
   * Creates an HAProxy that balances TCP connections, with health checks and TLS to the servers.
   *
   * @param options which ports, and the servers behind each
   * @throws Error if a host, port or number is invalid, or options contradict each other
   */
  public static haProxy(options: HaProxyOptions): Companion {
    checkArguments('Ambassadors.haProxy', options);
    return companions().haProxy(options);
  }

  /**
   * Creates a pool of connections to a PostgreSQL server. Its settings for `mainEnv` are `host`, `port` and
   * `url`, and with `databases` also `database` and the `url` of each.
   *
   * @param options which server, and how to pool
   * @throws Error if a host, port or limit is invalid, or options contradict each other
   */
  public static pgBouncer(options: PgBouncerOptions): Companion {
    checkArguments('Ambassadors.pgBouncer', options);
    return companions().pgBouncer(options);
  }

  /**
   * Creates a socat that forwards a port to one TCP or UNIX address.
   *
   * @param options which port, and where to
   * @throws Error if the target is missing or invalid
   */
  public static socat(options: SocatOptions): Companion {
    checkArguments('Ambassadors.socat', options);
    return companions().socat(options);
  }

  /**
   * Creates a stunnel that speaks TLS to a server for a client that does not.
   *
   * @param options which server, and how to check it
   * @throws Error if a host or port is invalid, or options contradict each other
   */
  public static stunnel(options: StunnelOptions): Companion {
    checkArguments('Ambassadors.stunnel', options);
    return companions().stunnel(options);
  }

  /**
   * Creates a twemproxy (nutcracker), which distributes keys over Redis or memcached servers.
   *
   * @param options which servers
   * @throws Error if a host, port or number is invalid, or options contradict each other
   */
  public static twemproxy(options: TwemproxyOptions): Companion {
    checkArguments('Ambassadors.twemproxy', options);
    return companions().twemproxy(options);
  }

  private constructor() {}
}
