import { PATH_SEGMENT_NAMES } from '../rules/names';
import { AGGREGATION } from '../rules/rbac/aggregation';
import { DECLARED_VERBS, POLICY_RULES } from '../rules/rbac/policy-rules';
import type { ClusterRole } from '../schema/types';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const CLUSTER_ROLE: Strategy<ClusterRole> = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  names: () => PATH_SEGMENT_NAMES,
  applyDefaults: NO_DEFAULTS,

  /** ValidateClusterRole, pkg/apis/rbac/validation 1.37. */
  validate({ rules, aggregationRule }, at) {
    at.field('rules').apply(POLICY_RULES, { rules, namespaced: false });
    if (aggregationRule) at.field('aggregationRule').apply(AGGREGATION, aggregationRule);
    at.field('rules').apply(DECLARED_VERBS, rules);
  },
};
