import type { KubectlCreateServiceOptions } from '../create-service-loadbalancer/options';

/** Options of `kubectl create service externalname`. */
export interface KubectlCreateServiceExternalNameOptions extends KubectlCreateServiceOptions {
  /** External DNS name (`--external-name`). */
  readonly externalName: string;
}
