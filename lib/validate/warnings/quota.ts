import { amountOf } from '../../apimachinery/parse-quantity';
import { defineRule, type Rule } from '../rule';
import type { Amounts } from '../rules/resource-names';

export const QUOTA = defineRule<Rule<Amounts>>({
  id: 'quota-request-above-limit',
  stage: 'warn',
  mistake: 'a quota that allows more requests than limits',
  suggestion: 'increase the limit or decrease the request',
  judge(hard, at) {
    for (const resource of ['cpu', 'memory', 'storage', 'ephemeral-storage']) {
      const request = requestName(hard, resource);
      const limit = `limits.${resource}`;
      if (hard[request] === undefined || hard[limit] === undefined) continue;
      const [most, least] = [amountOf(hard[limit]), amountOf(hard[request])];
      if (least.compare(most) > 0) {
        at.key(request).warn(`ResourceQuota ${request} (${least}) should be less than ${limit} (${most})`);
      }
    }
  },
});

/** Only cpu and memory may be asked for by their bare names. */
function requestName(hard: Amounts, resource: string): string {
  const request = `requests.${resource}`;
  return hard[request] === undefined && (resource === 'cpu' || resource === 'memory') ? resource : request;
}
