import { PATH_SEGMENT_NAMES } from '../rules/names';
import type { ClusterRoleBinding } from '../schema/types';
import { defaultRoleBinding, judgeBinding } from './shared/role-binding';
import type { Strategy } from './strategy';

export const CLUSTER_ROLE_BINDING: Strategy<ClusterRoleBinding> = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRoleBinding',
  names: () => PATH_SEGMENT_NAMES,
  applyDefaults: defaultRoleBinding,
  validate: (binding, at) => judgeBinding(binding, false, at),
};
