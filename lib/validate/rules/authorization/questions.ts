import { defineRule, type Rule } from '../../rule';
import type { SelfSubjectRulesReviewSpec, TokenReviewSpec } from '../../schema/types';

/** REST.Create, pkg/registry/authentication/tokenreview 1.30 to 1.37. */
export const TOKEN = defineRule<Rule<TokenReviewSpec>>({
  id: 'token-review',
  stage: 'admit',
  mistake: 'a TokenReview without a token',
  suggestion: 'set `spec.token`',
  judge({ token }, at) {
    if (!token) {
      at.field('token').badRequest('token is required for TokenReview in authentication', 'set spec.token');
    }
  },
});

/** REST.Create, pkg/registry/authorization/selfsubjectrulesreview 1.30 to 1.37. */
export const RULES_NAMESPACE = defineRule<Rule<SelfSubjectRulesReviewSpec>>({
  id: 'rules-review',
  stage: 'admit',
  mistake: 'a SelfSubjectRulesReview without a namespace',
  suggestion: 'set `spec.namespace`',
  judge({ namespace }, at) {
    if (!namespace) at.field('namespace').badRequest('no namespace on request', 'set spec.namespace');
  },
});
