import type { CompanionOptions } from '../options';
import type { EnvoyListener } from './listener';

/** Options of Envoy with static listeners and clusters. */
export interface EnvoyOptions extends CompanionOptions {
  /** Ports on localhost, and the servers behind each. */
  readonly listeners: EnvoyListener[];

  /**
   * Number of worker threads. Envoy itself would start one for each CPU of the node.
   *
   * @default 2
   */
  readonly concurrency?: number;

  /**
   * Port on localhost of the admin interface.
   *
   * @default 9901
   */
  readonly adminPort?: number;

  /**
   * Port that serves `/ready`.
   *
   * @default 9902
   */
  readonly healthPort?: number;

  /**
   * Address that `healthPort` listens on. Use `::` for IPv6-only Pods.
   *
   * @default '0.0.0.0'
   */
  readonly healthAddress?: string;
}
