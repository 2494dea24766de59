import { PATH_SEGMENT_NAMES } from '../rules/names';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const CLUSTER_ROLE: Strategy = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  names: () => PATH_SEGMENT_NAMES,
  applyDefaults: NO_DEFAULTS,
};
