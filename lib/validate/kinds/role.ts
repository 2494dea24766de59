import { PATH_SEGMENT_NAMES } from '../rules/names';
import { DECLARED_VERBS, POLICY_RULES } from '../rules/rbac/policy-rules';
import type { Role } from '../schema/types';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const ROLE: Strategy<Role> = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'Role',
  names: () => PATH_SEGMENT_NAMES,
  applyDefaults: NO_DEFAULTS,

  /** ValidateRole, pkg/apis/rbac/validation 1.37. */
  validate({ rules }, at) {
    at.field('rules').apply(POLICY_RULES, { rules, namespaced: true });
    at.field('rules').apply(DECLARED_VERBS, rules);
  },
};
