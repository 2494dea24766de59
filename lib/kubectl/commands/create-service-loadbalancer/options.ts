import type { KubectlCreateOptions } from '../../options/shared';

/** What `kubectl create service loadbalancer` is told, and the other types as well. */
export interface KubectlCreateServiceOptions extends KubectlCreateOptions {
  /**
   * Ports (`--tcp`): `80` or `80:8080`, the second being the port of the container or its name.
   *
   * @default - none
   */
  readonly tcp?: string[];
}
