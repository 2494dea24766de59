import type { KubectlCreateOptions } from '../../options/shared';

/** Options of `kubectl create role`. */
export interface KubectlCreateRoleOptions extends KubectlCreateOptions {
  /** What is allowed (`--verb`): `get`, `list`, `watch`, …, or `*`. */
  readonly verb: string[];

  /** What it is allowed with (`--resource`): `pods`, `deployments.apps`, `pods/log`. */
  readonly resource: string[];

  /**
   * Names of the only objects that it is allowed with (`--resource-name`).
   *
   * @default - all objects
   */
  readonly resourceName?: string[];
}
