import { RULES_NAMESPACE } from '../rules/authorization/questions';
import type { SelfSubjectRulesReview } from '../schema/types';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const SELF_SUBJECT_RULES_REVIEW: Strategy<SelfSubjectRulesReview> = {
  apiVersion: 'authorization.k8s.io/v1',
  kind: 'SelfSubjectRulesReview',
  review: true,

  applyDefaults: NO_DEFAULTS,

  validate: ({ spec = {} }, at) => at.field('spec').apply(RULES_NAMESPACE, spec),

  /** A server answers with a new object: REST.Create, pkg/registry/authorization 1.30 to 1.37. */
  complete(review) {
    review.metadata = {};
    review.spec = {};
  },
};
