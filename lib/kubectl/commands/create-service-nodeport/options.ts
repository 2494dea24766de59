import type { KubectlCreateServiceOptions } from '../create-service-loadbalancer/options';

/** Options of `kubectl create service nodeport`. */
export interface KubectlCreateServiceNodePortOptions extends KubectlCreateServiceOptions {
  /**
   * Port on every node (`--node-port`).
   *
   * @default - assigned by the server
   */
  readonly nodePort?: number;
}
