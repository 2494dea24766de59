import type { KubectlChangeOptions } from '../../options/shared';

/** Options of `kubectl patch`. */
export interface KubectlPatchOptions extends KubectlChangeOptions {
  /**
   * Type of the patch (`--type`): `strategic`, `merge` or `json`.
   *
   * @default strategic
   */
  readonly type?: string;
}
