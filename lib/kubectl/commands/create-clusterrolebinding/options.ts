import type { KubectlSubjectOptions } from '../create-rolebinding/options';

/** Options of `kubectl create clusterrolebinding`. */
export interface KubectlCreateClusterRoleBindingOptions extends KubectlSubjectOptions {
  /** ClusterRole that is given (`--clusterrole`). */
  readonly clusterrole: string;
}
