import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { MutatingAdmissionPolicySpec, ValidatingAdmissionPolicySpec } from '../../schema/types';
import { AUDIT_ANNOTATIONS } from './audit-annotations';
import { MATCH_CONDITIONS } from './match-conditions';
import { judgeMutableOperations, MATCH_RESOURCES } from './match-resources';
import { POLICY_MUTATIONS } from './mutations';
import { PARAM_KIND } from './param-kind';
import { POLICY_VALIDATIONS } from './validations';
import { POLICY_VARIABLES } from './variables';
import { FAILURE_POLICIES, judgeWord, REINVOCATION_POLICIES } from './words';

export interface ValidatingPolicy {
  readonly spec: ValidatingAdmissionPolicySpec;
  /** Name of the policy; empty if it has none. */
  readonly name: string;
}

const NOTHING_TO_DO = 'validations or auditAnnotations must contain at least one item';

/** validateValidatingAdmissionPolicySpec, pkg/apis/admissionregistration/validation 1.36. */
export const VALIDATING_POLICY = defineRule<Rule<ValidatingPolicy>>({
  id: 'validating-admission-policy',
  stage: 'judge',
  mistake: 'a ValidatingAdmissionPolicy that matches no resources or validates nothing',
  suggestion: 'set `matchConstraints.resourceRules` and `validations`',
  judge({ spec, name }, at) {
    const { variables = [], validations = [], auditAnnotations = [] } = spec;
    judgePolicy(spec, at);
    at.field('variables').apply(POLICY_VARIABLES, variables);
    if (!validations.length && !auditAnnotations.length) {
      at.field('validations').required(NOTHING_TO_DO, { suggestion: 'add a validation' });
      at.field('auditAnnotations').required(NOTHING_TO_DO, { suggestion: 'add a validation' });
      return;
    }
    at.field('validations').apply(POLICY_VALIDATIONS, validations);
    at.field('auditAnnotations').apply(AUDIT_ANNOTATIONS, { policy: name, annotations: auditAnnotations });
  },
});

/** validateMutatingAdmissionPolicySpec, pkg/apis/admissionregistration/validation 1.36. */
export const MUTATING_POLICY = defineRule<Rule<MutatingAdmissionPolicySpec>>({
  id: 'mutating-admission-policy',
  stage: 'judge',
  mistake:
    'a MutatingAdmissionPolicy that matches no resources, mutates nothing, or has no reinvocation policy',
  suggestion: 'set `matchConstraints.resourceRules`, `mutations` and `reinvocationPolicy`',
  judge(spec, at) {
    const { variables = [], mutations = [], reinvocationPolicy } = spec;
    judgePolicy(spec, at, judgeMutableOperations);
    at.field('variables').apply(POLICY_VARIABLES, variables);
    if (!mutations.length) {
      const hint = { suggestion: 'add a mutation' };
      at.field('mutations').required('mutations must contain at least one item', hint);
    }
    at.field('mutations').apply(POLICY_MUTATIONS, mutations);
    if (reinvocationPolicy) {
      judgeWord(reinvocationPolicy, REINVOCATION_POLICIES, at.field('reinvocationPolicy'));
    } else {
      at.field('reinvocationPolicy').required('', {
        suggestion: 'set reinvocationPolicy to Never or IfNeeded',
      });
    }
  },
});

type Policy = Pick<
  ValidatingAdmissionPolicySpec,
  'failurePolicy' | 'paramKind' | 'matchConstraints' | 'matchConditions'
>;

/** What policies of both kinds have. */
function judgePolicy(spec: Policy, at: Field, judgeMore?: typeof judgeMutableOperations): void {
  const { paramKind, matchConstraints: match } = spec;
  judgeWord(spec.failurePolicy, FAILURE_POLICIES, at.field('failurePolicy'));
  if (paramKind) at.field('paramKind').apply(PARAM_KIND, paramKind);
  const place = at.field('matchConstraints');
  const hint = { suggestion: 'list in matchConstraints.resourceRules what the policy applies to' };
  if (match) {
    place.apply(MATCH_RESOURCES, match);
    if (!match.resourceRules?.length) place.field('resourceRules').required('', hint);
    judgeMore?.(match, place);
  } else {
    place.required('', hint);
  }
  at.field('matchConditions').apply(MATCH_CONDITIONS, spec.matchConditions ?? []);
}
