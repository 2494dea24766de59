import type { KubectlCreateServiceOptions } from '../create-service-loadbalancer/options';

/** What `kubectl create service nodeport` is told. */
export interface KubectlCreateServiceNodePortOptions extends KubectlCreateServiceOptions {
  /**
   * Port on every node (`--node-port`).
   *
   * @default - a server gives one
   */
  readonly nodePort?: number;
}
