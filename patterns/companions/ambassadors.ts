import { checkArguments } from '../../lib/options/check';
import type { Companion } from './companion';
import { companions } from './lazy';
import type { PgBouncerOptions } from './pg-bouncer';

/** Companions for `Ambassador`: the main container connects to them on localhost. */
export class Ambassadors {
  /**
   * Creates a pool of connections to a PostgreSQL server. Its settings for `mainEnv` are `host` and `port`.
   *
   * @param options which server, and how to pool
   * @throws Error if a host, port or limit is invalid
   */
  public static pgBouncer(options: PgBouncerOptions): Companion {
    checkArguments('Ambassadors.pgBouncer', options);
    return companions().pgBouncer(options);
  }

  private constructor() {}
}
