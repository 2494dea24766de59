import type { KubectlChangeOptions } from '../../options/shared';

/** What `kubectl patch` is told. */
export interface KubectlPatchOptions extends KubectlChangeOptions {
  /**
   * What the patch is (`--type`): `strategic`, `merge` or `json`.
   *
   * @default strategic
   */
  readonly type?: string;
}
