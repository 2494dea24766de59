import type { KubectlSubjectOptions } from '../create-rolebinding/options';

/** What `kubectl create clusterrolebinding` is told. */
export interface KubectlCreateClusterRoleBindingOptions extends KubectlSubjectOptions {
  /** ClusterRole that is given (`--clusterrole`). */
  readonly clusterrole: string;
}
