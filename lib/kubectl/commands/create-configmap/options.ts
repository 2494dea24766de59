import type { KubectlCreateOptions } from '../../options/shared';

/** Options of `kubectl create configmap`: the sources of its keys. */
export interface KubectlCreateConfigMapOptions extends KubectlCreateOptions {
  /**
   * Files, as `PATH` or `KEY=PATH`, or folders with one file per key (`--from-file`).
   *
   * @default - none
   */
  readonly fromFile?: string[];

  /**
   * Keys and values (`--from-literal`).
   *
   * @default - none
   */
  readonly fromLiteral?: { readonly [key: string]: string };

  /**
   * Files with one `KEY=VALUE` per line (`--from-env-file`); cannot be combined with the other two.
   *
   * @default - none
   */
  readonly fromEnvFile?: string[];

  /**
   * Whether to append a hash of the content to the name (`--append-hash`).
   *
   * @default false
   */
  readonly appendHash?: boolean;
}
