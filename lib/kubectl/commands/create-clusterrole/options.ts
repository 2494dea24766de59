import type { KubectlCreateOptions } from '../../options/shared';

/**
 * Options of `kubectl create clusterrole`: verbs with resources or paths, or labels of other ClusterRoles.
 */
export interface KubectlCreateClusterRoleOptions extends KubectlCreateOptions {
  /**
   * Verbs to allow (`--verb`): `get`, `list`, `watch`, …, or `*`.
   *
   * @default - aggregationRule is used
   */
  readonly verb?: string[];

  /**
   * Resources to allow (`--resource`): `pods`, `deployments.apps`, `pods/log`.
   *
   * @default - nonResourceUrl or aggregationRule is used
   */
  readonly resource?: string[];

  /**
   * Names of the objects that the rule is limited to (`--resource-name`).
   *
   * @default - all objects
   */
  readonly resourceName?: string[];

  /**
   * Non-resource URLs to allow (`--non-resource-url`).
   *
   * @default - none
   */
  readonly nonResourceUrl?: string[];

  /**
   * Label selector of the ClusterRoles to aggregate (`--aggregation-rule`).
   *
   * @default - its own rules
   */
  readonly aggregationRule?: { readonly [key: string]: string };
}
