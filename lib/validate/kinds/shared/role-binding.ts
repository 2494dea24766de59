import type { Field } from '../../field';
import {
  DECLARED_ROLE_NAME,
  DECLARED_SUBJECT_NAMES,
  RBAC,
  ROLE_REF,
  SUBJECTS,
} from '../../rules/rbac/bindings';
import type { ClusterRoleBinding, RoleBinding } from '../../schema/types';

/** SetDefaults_RoleBinding, SetDefaults_ClusterRoleBinding and SetDefaults_Subject, pkg/apis/rbac/v1 1.36. */
export function defaultRoleBinding(binding: RoleBinding | ClusterRoleBinding): void {
  (binding.roleRef ??= {}).apiGroup ||= RBAC;
  for (const subject of binding.subjects ?? []) {
    if (subject.kind === 'User' || subject.kind === 'Group') subject.apiGroup ||= RBAC;
  }
}

/** ValidateRoleBinding and ValidateClusterRoleBinding, pkg/apis/rbac/validation 1.37. */
export function judgeBinding(
  { roleRef = {}, subjects }: RoleBinding | ClusterRoleBinding,
  namespaced: boolean,
  at: Field,
): void {
  at.field('roleRef').apply(ROLE_REF, { roleRef, namespaced });
  at.field('subjects').apply(SUBJECTS, { subjects, namespaced });
  at.field('subjects').apply(DECLARED_SUBJECT_NAMES, subjects);
  at.field('roleRef').apply(DECLARED_ROLE_NAME, roleRef);
}
