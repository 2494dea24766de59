import type { KubectlChangeOptions } from '../../options/shared';

/** Options of `kubectl label`. */
export interface KubectlLabelOptions extends KubectlChangeOptions {
  /**
   * Labels to set (`KEY=VALUE`).
   *
   * @default - none
   */
  readonly labels?: { readonly [key: string]: string };

  /**
   * Keys of labels to remove (`KEY-`).
   *
   * @default - none
   */
  readonly remove?: string[];

  /**
   * Whether existing labels may be overwritten (`--overwrite`).
   *
   * @default false
   */
  readonly overwrite?: boolean;
}
