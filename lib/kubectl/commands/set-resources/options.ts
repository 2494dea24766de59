import type { KubectlChangeOptions } from '../../options/shared';

/** Options of `kubectl set resources`. */
export interface KubectlSetResourcesOptions extends KubectlChangeOptions {
  /**
   * Limits by resource (`--limits`).
   *
   * @default - they stay as they are
   */
  readonly limits?: { readonly [resource: string]: string };

  /**
   * Requests by resource (`--requests`).
   *
   * @default - they stay as they are
   */
  readonly requests?: { readonly [resource: string]: string };

  /**
   * Containers to change, by name; `*` stands for anything (`--containers`).
   *
   * @default - all
   */
  readonly containers?: string;
}
