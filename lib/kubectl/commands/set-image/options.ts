import type { KubectlChangeOptions } from '../../options/shared';

/** Options of `kubectl set image`. */
export interface KubectlSetImageOptions extends KubectlChangeOptions {
  /** Images by container name; `*` for all containers. */
  readonly images: { readonly [container: string]: string };
}
