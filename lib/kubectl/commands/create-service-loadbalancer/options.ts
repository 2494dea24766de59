import type { KubectlCreateOptions } from '../../options/shared';

/** Options of `kubectl create service loadbalancer`, which the other types share. */
export interface KubectlCreateServiceOptions extends KubectlCreateOptions {
  /**
   * Ports (`--tcp`): `80` or `80:8080`; the second part is the number or name of the container port.
   *
   * @default - none
   */
  readonly tcp?: string[];
}
