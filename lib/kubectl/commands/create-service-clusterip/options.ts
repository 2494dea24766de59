import type { KubectlCreateServiceOptions } from '../create-service-loadbalancer/options';

/** Options of `kubectl create service clusterip`. */
export interface KubectlCreateServiceClusterIpOptions extends KubectlCreateServiceOptions {
  /**
   * Cluster IP address (`--clusterip`), or `None`.
   *
   * @default - assigned by the server
   */
  readonly clusterip?: string;
}
