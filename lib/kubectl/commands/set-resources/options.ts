import type { KubectlChangeOptions } from '../../options/shared';

/** Options of `kubectl set resources`. */
export interface KubectlSetResourcesOptions extends KubectlChangeOptions {
  /**
   * Limits by resource (`--limits`).
   *
   * @default - not changed
   */
  readonly limits?: { readonly [resource: string]: string };

  /**
   * Requests by resource (`--requests`).
   *
   * @default - not changed
   */
  readonly requests?: { readonly [resource: string]: string };

  /**
   * Names of the containers to change; `*` matches any characters (`--containers`).
   *
   * @default - all
   */
  readonly containers?: string;
}
