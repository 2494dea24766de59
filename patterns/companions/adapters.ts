import { checkArguments } from '../../lib/options/check';
import type { Companion } from './companion';
import { companions } from './lazy';
import type { RedisMetricsOptions } from './redis-metrics';

/** Companions for `Adapter`: they serve the data of the main container in another format. */
export class Adapters {
  /**
   * Creates an exporter of the metrics of Redis or Valkey in the main container.
   *
   * @param options where the server is, and how to log in
   * @throws Error if a port is invalid, or there is a user without a password
   */
  public static redisMetrics(options: RedisMetricsOptions = {}): Companion {
    checkArguments('Adapters.redisMetrics', options);
    return companions().redisMetrics(options);
  }

  private constructor() {}
}
