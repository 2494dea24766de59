import { quantity } from '../../apimachinery/parse-quantity';
import { defineRule, type Rule } from '../rule';
import { type AnyObject, NO_DEFAULTS, type Strategy } from './strategy';

type Hard = { readonly [resource: string]: string | number };

interface ResourceQuota extends AnyObject {
  readonly spec?: { readonly hard?: Hard };
}

export const RESOURCE_QUOTA: Strategy<ResourceQuota> = {
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  applyDefaults: NO_DEFAULTS,

  /** WarningsOnCreate, pkg/registry/core/resourcequota 1.35 and 1.36. */
  warn({ spec }, at) {
    if (spec?.hard && at.minor >= 35) at.field('spec', 'hard').apply(QUOTA, spec.hard);
  },
};

export const QUOTA = defineRule<Rule<Hard>>({
  id: 'quota-request-above-limit',
  stage: 'warn',
  mistake: 'a quota that allows more requests than limits',
  suggestion: 'increase the limit or decrease the request',
  judge(hard, at) {
    for (const resource of ['cpu', 'memory', 'storage', 'ephemeral-storage']) {
      const request = requestName(hard, resource);
      const limit = `limits.${resource}`;
      if (hard[request] === undefined || hard[limit] === undefined) continue;
      const [most, least] = [quantity(hard[limit]).inMilli(), quantity(hard[request]).inMilli()];
      if (least.compare(most) > 0) {
        at.key(request).warn(`ResourceQuota ${request} (${least}) should be less than ${limit} (${most})`);
      }
    }
  },
});

/** Only cpu and memory may be asked for by their bare names. */
function requestName(hard: Hard, resource: string): string {
  const request = `requests.${resource}`;
  return hard[request] === undefined && (resource === 'cpu' || resource === 'memory') ? resource : request;
}
