import type { LogShipperOptions } from '../log-shipper/options';

/** Options of Vector. */
export interface VectorOptions extends LogShipperOptions {
  /**
   * Whether it notes how far it has read a file only after every output has confirmed the records, so that
   * none is lost if it is killed. Some may then be sent twice.
   *
   * @default true
   */
  readonly acknowledgements?: boolean;
}
