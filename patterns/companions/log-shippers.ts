import { checkArguments } from '../../lib/options/check';
import type { Companion } from './companion';
import type { FluentBitOptions } from './fluent-bit/options';
import { companions } from './lazy';
import type { VectorOptions } from './vector/options';

/** Companions for `LogSidecar`: they read the log files of the main container and send them elsewhere. */
export class LogShippers {
  /**
   * Creates Fluent Bit, which needs little memory.
   *
   * @param options which files, and where to
   * @throws Error if a path, expression or number is invalid
   */
  public static fluentBit(options: FluentBitOptions): Companion {
    checkArguments('LogShippers.fluentBit', options);
    return companions().fluentBit(options);
  }

  /**
   * Creates Vector, which can wait for every output to confirm a record before it goes on.
   *
   * @param options which files, and where to
   * @throws Error if a path, expression or number is invalid
   */
  public static vector(options: VectorOptions): Companion {
    checkArguments('LogShippers.vector', options);
    return companions().vector(options);
  }

  private constructor() {}
}
