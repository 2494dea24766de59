import type { KubectlOptions } from '../../options/shared';

/** Options of `kubectl create service loadbalancer`, which the other types share. */
export interface KubectlCreateServiceOptions extends KubectlOptions {
  /**
   * Ports (`--tcp`): `80` or `80:8080`; the second part is the number or name of the container port.
   *
   * @default - none
   */
  readonly tcp?: string[];
}
