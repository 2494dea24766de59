import { RULES_NAMESPACE } from '../rules/authorization/questions';
import type { SelfSubjectRulesReview } from '../schema/types';
import type { Strategy } from './strategy';

export const SELF_SUBJECT_RULES_REVIEW: Strategy<SelfSubjectRulesReview> = {
  apiVersion: 'authorization.k8s.io/v1',
  kind: 'SelfSubjectRulesReview',
  review: true,
  validate: ({ spec = {} }, at) => at.field('spec').apply(RULES_NAMESPACE, spec),
};
