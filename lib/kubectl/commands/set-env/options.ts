import type { KubectlChangeOptions } from '../../options/shared';

/** Options of `kubectl set env`. */
export interface KubectlSetEnvOptions extends KubectlChangeOptions {
  /**
   * Variables to set (`NAME=VALUE`).
   *
   * @default - none
   */
  readonly env?: { readonly [name: string]: string };

  /**
   * Names of variables to remove (`NAME-`).
   *
   * @default - none
   */
  readonly remove?: string[];

  /**
   * Containers to change, by name; `*` stands for anything (`--containers`).
   *
   * @default - all
   */
  readonly containers?: string;

  /**
   * Whether variables may get another value (`--overwrite`).
   *
   * @default true
   */
  readonly overwrite?: boolean;
}
