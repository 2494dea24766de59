import { PATH_SEGMENT_NAMES } from '../rules/names';
import type { RoleBinding } from '../schema/types';
import { defaultRoleBinding } from './shared/role-binding';
import type { Strategy } from './strategy';

export const ROLE_BINDING: Strategy<RoleBinding> = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  names: () => PATH_SEGMENT_NAMES,
  applyDefaults: defaultRoleBinding,
};
