import type { KubectlChangeOptions } from '../../options/shared';

/** What `kubectl set image` is told. */
export interface KubectlSetImageOptions extends KubectlChangeOptions {
  /** Images by the name of their container; `*` stands for all. */
  readonly images: { readonly [container: string]: string };
}
