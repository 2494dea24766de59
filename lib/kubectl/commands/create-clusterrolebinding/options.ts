import type { KubectlSubjectOptions } from '../create-rolebinding/options';

/** Options of `kubectl create clusterrolebinding`. */
export interface KubectlCreateClusterRoleBindingOptions extends KubectlSubjectOptions {
  /** ClusterRole to bind (`--clusterrole`). */
  readonly clusterrole: string;
}
