import type { KubectlCreateOptions } from '../../options/shared';

/** Options of `kubectl create quota`. */
export interface KubectlCreateQuotaOptions extends KubectlCreateOptions {
  /**
   * Limits by resource (`--hard`): `{ cpu: "4", memory: "8Gi" }`.
   *
   * @default - none
   */
  readonly hard?: { readonly [key: string]: string };

  /**
   * Scopes that an object must match (`--scopes`).
   *
   * @default - all objects
   */
  readonly scopes?: string[];
}
