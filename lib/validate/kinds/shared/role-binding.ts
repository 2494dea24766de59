import type { ClusterRoleBinding, RoleBinding } from '../../schema/types';

const RBAC = 'rbac.authorization.k8s.io';

/** SetDefaults_RoleBinding, SetDefaults_ClusterRoleBinding and SetDefaults_Subject, pkg/apis/rbac/v1 1.36. */
export function defaultRoleBinding(binding: RoleBinding | ClusterRoleBinding): void {
  (binding.roleRef ??= {}).apiGroup ||= RBAC;
  for (const subject of binding.subjects ?? []) {
    if (subject.kind === 'User' || subject.kind === 'Group') subject.apiGroup ||= RBAC;
  }
}
