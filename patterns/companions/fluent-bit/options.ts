import type { LogShipperOptions } from '../log-shipper/options';

/** Options of Fluent Bit. */
export interface FluentBitOptions extends LogShipperOptions {
  /**
   * Interval at which records are sent, in seconds.
   *
   * @default 1
   */
  readonly flushSeconds?: number;
}
