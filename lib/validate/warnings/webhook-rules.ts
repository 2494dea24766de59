import type { Field } from '../field';
import { defineRule, type Rule } from '../rule';
import type { MutatingWebhook, RuleWithOperations } from '../schema/types';

/** Resources that never reach a webhook: Excluded, pkg/kubeapiserver/admission/exclusion 1.37. */
const EXCLUDED: ReadonlySet<string> = new Set([
  'selfsubjectreviews.authentication.k8s.io',
  'tokenreviews.authentication.k8s.io',
  'localsubjectaccessreviews.authorization.k8s.io',
  'selfsubjectaccessreviews.authorization.k8s.io',
  'selfsubjectrulesreviews.authorization.k8s.io',
  'subjectaccessreviews.authorization.k8s.io',
]);

/**
 * WarningsForValidatingWebhookRules and WarningsForMutatingWebhookRules,
 * pkg/apis/admissionregistration/validation 1.37.
 */
export function warnOfExcludedResources(webhooks: readonly MutatingWebhook[], at: Field): void {
  if (at.minor < 37) return;
  webhooks.forEach(({ rules = [] }, index) => {
    const place = at.index(index).field('rules');
    rules.forEach((rule, number) => place.index(number).apply(EXCLUDED_RESOURCES, rule));
  });
}

export const EXCLUDED_RESOURCES = defineRule<Rule<RuleWithOperations>>({
  id: 'webhook-excluded-resource',
  stage: 'warn',
  mistake: 'a rule of a webhook for a resource that no webhook is asked about',
  suggestion: 'remove the resource from the rule',
  judge({ apiGroups = [], resources = [] }, at) {
    if (apiGroups.includes('*') || resources.includes('*')) return;
    const named = new Set(apiGroups.flatMap((group) => resources.map((resource) => `${resource}.${group}`)));
    for (const resource of named) {
      if (!EXCLUDED.has(resource)) continue;
      at.warn(`${at}: ${resource} is excluded from admission webhooks; this rule will have no effect`);
    }
  },
});
