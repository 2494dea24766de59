import type { KubectlCreateOptions } from '../../options/shared';

/** Who gets a role. */
export interface KubectlSubjectOptions extends KubectlCreateOptions {
  /**
   * Users who get the role (`--user`).
   *
   * @default - none
   */
  readonly user?: string[];

  /**
   * Groups that get the role (`--group`).
   *
   * @default - none
   */
  readonly group?: string[];

  /**
   * Service accounts that get the role, as `NAMESPACE:NAME` (`--serviceaccount`).
   *
   * @default - none
   */
  readonly serviceaccount?: string[];
}

/** Options of `kubectl create rolebinding`: one of the two roles. */
export interface KubectlCreateRoleBindingOptions extends KubectlSubjectOptions {
  /**
   * ClusterRole that is given (`--clusterrole`).
   *
   * @default - role says it
   */
  readonly clusterrole?: string;

  /**
   * Role that is given (`--role`).
   *
   * @default - clusterrole says it
   */
  readonly role?: string;
}
