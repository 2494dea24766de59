import { dnsSubdomain } from '../../../apimachinery/dns';
import { list } from '../../../go/value';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type {
  MutatingAdmissionPolicyBindingSpec,
  ValidatingAdmissionPolicyBindingSpec,
} from '../../schema/types';
import { isDeclared } from '../declared';
import { judgeReference } from '../renaming';
import { judgeMutableOperations, MATCH_RESOURCES } from './match-resources';
import { PARAM_REF } from './param-ref';
import { judgeWord } from './words';

/** validateValidatingAdmissionPolicyBindingSpec, pkg/apis/admissionregistration/validation 1.36. */
export const VALIDATING_BINDING = defineRule<Rule<ValidatingAdmissionPolicyBindingSpec>>({
  id: 'validating-admission-policy-binding',
  stage: 'judge',
  mistake:
    'a ValidatingAdmissionPolicyBinding without a policy or actions, or with actions that exclude each other',
  suggestion: 'set `policyName` and `validationActions`',
  judge(spec, at) {
    const { policyName, matchResources: match, validationActions: actions = [] } = spec;
    const early = !isDeclared(at);
    if (policyName || early) judgePolicyName(policyName, at);
    if (spec.paramRef) at.field('paramRef').apply(PARAM_REF, spec.paramRef);
    if (match) placeOfMatch(at).apply(MATCH_RESOURCES, match);
    if (early && !actions.length) requireActions('at least one validation action is required', at);
    judgeActions(actions, at.field('validationActions'));
  },
});

/** Validate_ValidatingAdmissionPolicyBindingSpec, pkg/apis/admissionregistration/v1 1.37. */
export const REQUIRED_OF_BINDING: Rule<ValidatingAdmissionPolicyBindingSpec> = {
  id: VALIDATING_BINDING.id,
  judge({ policyName, validationActions = [] }, at) {
    if (!isDeclared(at)) return;
    if (!policyName) judgePolicyName(policyName, at);
    if (!validationActions.length) requireActions('', at);
  },
};

/** validateMutatingAdmissionPolicyBindingSpec, pkg/apis/admissionregistration/validation 1.36. */
export const MUTATING_BINDING = defineRule<Rule<MutatingAdmissionPolicyBindingSpec>>({
  id: 'mutating-admission-policy-binding',
  stage: 'judge',
  mistake: 'a MutatingAdmissionPolicyBinding without a policy, or for operations that mutate nothing',
  suggestion: 'set `policyName`, and leave out DELETE',
  judge({ policyName, paramRef, matchResources: match }, at) {
    judgePolicyName(policyName, at);
    if (paramRef) at.field('paramRef').apply(PARAM_REF, paramRef);
    if (!match) return;
    at.field('matchResources').apply(MATCH_RESOURCES, match);
    judgeMutableOperations(match, at.field('matchResources'));
  },
});

function judgePolicyName(name: string | undefined, at: Field): void {
  if (name) judgeReference(name, dnsSubdomain, at.field('policyName'));
  else at.field('policyName').required('', { suggestion: 'set the name of the policy' });
}

/** Up to 1.31, a server misspells the field. */
function placeOfMatch(at: Field): Field {
  const place = at.field('matchResources');
  return at.minor >= 32 ? place : at.field('matchResouces').shownAt(place);
}

const ACTIONS = ['Audit', 'Deny', 'Warn'];
const BOTH =
  'must not contain both Deny and Warn (repeating the same validation failure information in the API response and headers serves no purpose)';

/** validateValidationActions, 1.36. */
function judgeActions(actions: readonly string[], at: Field): void {
  const seen = new Set<string>();
  actions.forEach((action, index) => {
    judgeWord(action, ACTIONS, at.index(index));
    if (seen.has(action)) at.index(index).duplicate(action);
    seen.add(action);
  });
  if (seen.has('Deny') && seen.has('Warn')) {
    at.invalid(list(actions, 'admissionregistration.ValidationAction'), BOTH, {
      suggestion: 'keep Deny or Warn',
    });
  }
}

const requireActions = (detail: string, at: Field): void =>
  at.field('validationActions').required(detail, { suggestion: 'add Deny, Warn or Audit' });
