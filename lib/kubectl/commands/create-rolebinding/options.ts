import type { KubectlCreateOptions } from '../../options/shared';

/** Subjects of a role binding. */
export interface KubectlSubjectOptions extends KubectlCreateOptions {
  /**
   * Users to bind to the role (`--user`).
   *
   * @default - none
   */
  readonly user?: string[];

  /**
   * Groups to bind to the role (`--group`).
   *
   * @default - none
   */
  readonly group?: string[];

  /**
   * Service accounts to bind to the role, as `NAMESPACE:NAME` (`--serviceaccount`).
   *
   * @default - none
   */
  readonly serviceaccount?: string[];
}

/** Options of `kubectl create rolebinding`: one of the two roles. */
export interface KubectlCreateRoleBindingOptions extends KubectlSubjectOptions {
  /**
   * ClusterRole to bind (`--clusterrole`).
   *
   * @default - role is used
   */
  readonly clusterrole?: string;

  /**
   * Role to bind (`--role`).
   *
   * @default - clusterrole is used
   */
  readonly role?: string;
}
