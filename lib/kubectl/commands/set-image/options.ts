import type { KubectlChangeOptions } from '../../options/shared';

/** Options of `kubectl set image`. */
export interface KubectlSetImageOptions extends KubectlChangeOptions {
  /** Images by the name of their container; `*` stands for all. */
  readonly images: { readonly [container: string]: string };
}
