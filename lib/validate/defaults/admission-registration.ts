import type {
  MatchResources,
  MutatingAdmissionPolicy,
  MutatingWebhook,
  RuleWithOperations,
  ValidatingAdmissionPolicy,
} from '../schema/types';

/** SetDefaults_ValidatingWebhook and SetDefaults_MutatingWebhook, pkg/apis/admissionregistration/v1 1.36. */
export function defaultWebhook(webhook: MutatingWebhook): void {
  webhook.failurePolicy ??= 'Fail';
  defaultMatch(webhook);
  webhook.timeoutSeconds ??= 10;
  if (webhook.clientConfig?.service) webhook.clientConfig.service.port ??= 443;
  webhook.rules?.forEach(defaultRule);
}

/**
 * SetDefaults_ValidatingAdmissionPolicySpec and SetDefaults_MutatingAdmissionPolicySpec,
 * pkg/apis/admissionregistration/v1 1.36.
 */
export function defaultPolicy(policy: ValidatingAdmissionPolicy | MutatingAdmissionPolicy): void {
  const spec = (policy.spec ??= {});
  spec.failurePolicy ??= 'Fail';
  if (spec.matchConstraints) defaultMatchResources(spec.matchConstraints);
}

/** SetDefaults_MatchResources, 1.36. */
export function defaultMatchResources(match: MatchResources): void {
  defaultMatch(match);
  match.resourceRules?.forEach(defaultRule);
  match.excludeResourceRules?.forEach(defaultRule);
}

type Match = Pick<MatchResources, 'matchPolicy' | 'namespaceSelector' | 'objectSelector'>;

function defaultMatch(match: Match): void {
  match.matchPolicy ??= 'Equivalent';
  match.namespaceSelector ??= {};
  match.objectSelector ??= {};
}

/** SetDefaults_Rule, 1.36. */
function defaultRule(rule: RuleWithOperations): void {
  rule.scope ??= '*';
}
