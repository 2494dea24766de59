import type { KubectlCreateServiceOptions } from '../create-service-loadbalancer/options';

/** Options of `kubectl create service clusterip`. */
export interface KubectlCreateServiceClusterIpOptions extends KubectlCreateServiceOptions {
  /**
   * Address in the cluster (`--clusterip`), or `None`.
   *
   * @default - a server gives one
   */
  readonly clusterip?: string;
}
