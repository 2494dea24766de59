import type { KubectlCreateServiceOptions } from '../create-service-loadbalancer/options';

/** What `kubectl create service externalname` is told. */
export interface KubectlCreateServiceExternalNameOptions extends KubectlCreateServiceOptions {
  /** DNS name outside of the cluster (`--external-name`). */
  readonly externalName: string;
}
