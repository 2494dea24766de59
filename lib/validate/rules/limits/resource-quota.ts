import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { ResourceQuotaSpec } from '../../schema/types';
import { amountOf } from '../../../apimachinery/parse-quantity';
import { type Amounts, judgeQuotaResource } from '../resource-names';
import { judgeAmount } from '../resources';
import { SCOPE_SELECTOR, SCOPES } from './resource-quota-scopes';

/** ValidateResourceQuotaSpec, pkg/apis/core/validation 1.36. */
export function judgeQuota(spec: ResourceQuotaSpec, at: Field): void {
  const { hard = {}, scopes, scopeSelector } = spec;
  at.field('hard').apply(HARD, hard);
  if (scopes) at.field('scopes').apply(SCOPES, { scopes, hard });
  if (scopeSelector) at.field('scopeSelector', 'matchExpressions').apply(SCOPE_SELECTOR, spec);
}

export const HARD = defineRule<Rule<Amounts>>({
  id: 'resource-quota-hard',
  stage: 'judge',
  mistake: 'a resource that quotas do not know, or with an amount that is negative or not whole',
  suggestion: 'use a resource such as `requests.cpu`, `pods` or `count/deployments.apps`',
  judge(hard, at) {
    for (const resource in hard) {
      judgeQuotaResource(resource, at.key(resource), hard);
      judgeAmount(resource, amountOf(hard[resource]), at.key(resource));
    }
  },
});
