import type { KubectlCreateOptions } from '../../options/shared';

/** Options of `kubectl create role`. */
export interface KubectlCreateRoleOptions extends KubectlCreateOptions {
  /** Verbs to allow (`--verb`): `get`, `list`, `watch`, …, or `*`. */
  readonly verb: string[];

  /** Resources to allow (`--resource`): `pods`, `deployments.apps`, `pods/log`. */
  readonly resource: string[];

  /**
   * Names of the objects that the rule is limited to (`--resource-name`).
   *
   * @default - all objects
   */
  readonly resourceName?: string[];
}
