import type { KubectlChangeOptions } from '../../options/shared';

/** Options of `kubectl annotate`. */
export interface KubectlAnnotateOptions extends KubectlChangeOptions {
  /**
   * Annotations to set (`KEY=VALUE`).
   *
   * @default - none
   */
  readonly annotations?: { readonly [key: string]: string };

  /**
   * Keys of annotations to remove (`KEY-`).
   *
   * @default - none
   */
  readonly remove?: string[];

  /**
   * Whether existing annotations may be overwritten (`--overwrite`).
   *
   * @default false
   */
  readonly overwrite?: boolean;
}
