import type { KubectlCreateOptions } from '../../options/shared';

/** Options of `kubectl create configmap`: where its keys come from. */
export interface KubectlCreateConfigMapOptions extends KubectlCreateOptions {
  /**
   * Files, as `PATH` or `KEY=PATH`, or folders with a file for each key (`--from-file`).
   *
   * @default - none
   */
  readonly fromFile?: string[];

  /**
   * Keys with their values (`--from-literal`).
   *
   * @default - none
   */
  readonly fromLiteral?: { readonly [key: string]: string };

  /**
   * Files with a line `KEY=VALUE` for each key (`--from-env-file`); not beside the other two.
   *
   * @default - none
   */
  readonly fromEnvFile?: string[];

  /**
   * Whether a hash of the content is appended to the name (`--append-hash`).
   *
   * @default false
   */
  readonly appendHash?: boolean;
}
