import type { KubectlCreateServiceOptions } from '../create-service-loadbalancer/options';

/** Options of `kubectl create service externalname`. */
export interface KubectlCreateServiceExternalNameOptions extends KubectlCreateServiceOptions {
  /** DNS name outside of the cluster (`--external-name`). */
  readonly externalName: string;
}
