import { PATH_SEGMENT_NAMES } from '../rules/names';
import type { RoleBinding } from '../schema/types';
import { defaultRoleBinding, judgeBinding } from './shared/role-binding';
import type { Strategy } from './strategy';

export const ROLE_BINDING: Strategy<RoleBinding> = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  names: () => PATH_SEGMENT_NAMES,
  applyDefaults: defaultRoleBinding,
  validate: (binding, at) => judgeBinding(binding, true, at),
};
