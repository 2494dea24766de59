import type { KubectlCreateOptions } from '../../options/shared';

/**
 * Options of `kubectl create clusterrole`: verbs with resources or paths, or labels of other ClusterRoles.
 */
export interface KubectlCreateClusterRoleOptions extends KubectlCreateOptions {
  /**
   * What is allowed (`--verb`): `get`, `list`, `watch`, …, or `*`.
   *
   * @default - aggregationRule says it
   */
  readonly verb?: string[];

  /**
   * What it is allowed with (`--resource`): `pods`, `deployments.apps`, `pods/log`.
   *
   * @default - nonResourceUrl or aggregationRule says it
   */
  readonly resource?: string[];

  /**
   * Names of the only objects that it is allowed with (`--resource-name`).
   *
   * @default - all objects
   */
  readonly resourceName?: string[];

  /**
   * Paths of a server that it is allowed with (`--non-resource-url`).
   *
   * @default - none
   */
  readonly nonResourceUrl?: string[];

  /**
   * Labels of the ClusterRoles that it is made of (`--aggregation-rule`).
   *
   * @default - it has rules of its own
   */
  readonly aggregationRule?: { readonly [key: string]: string };
}
