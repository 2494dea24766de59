import type { KubectlCreateServiceOptions } from '../create-service-loadbalancer/options';

/** What `kubectl create service clusterip` is told. */
export interface KubectlCreateServiceClusterIpOptions extends KubectlCreateServiceOptions {
  /**
   * Address in the cluster (`--clusterip`), or `None`.
   *
   * @default - a server gives one
   */
  readonly clusterip?: string;
}
