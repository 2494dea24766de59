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
   * Names of the containers to change; `*` matches any characters (`--containers`).
   *
   * @default - all
   */
  readonly containers?: string;

  /**
   * Whether existing variables may be overwritten (`--overwrite`).
   *
   * @default true
   */
  readonly overwrite?: boolean;
}
