import type { RawFinding } from '../../collector';
import { UNEVALUATED } from '../../custom-kinds/unevaluated';
import { FieldPath } from '../../path';
import type {
  ValidatingAdmissionPolicy,
  ValidatingAdmissionPolicyBinding,
  ValidatingAdmissionPolicyBindingSpec,
} from '../../schema/types';
import { type KnownObject, knownObjects } from '../known-objects';
import { relatedTo } from '../refusal';
import { POLICY_DENIED, POLICY_WARNING } from '../rules';
import { type Asked, isExempt } from './asked';
import { type Decision, ValidatingPolicy } from './decisions';
import { matchOf, type Resource } from './match';
import { mentionedField, withVariables } from './mentioned';
import { paramsFor } from './params';

export { type Asked, askedOf } from './asked';
export type { Json, RunContext } from './run';

const POLICY = 'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy';

type Policy = KnownObject<ValidatingAdmissionPolicy>;
type Binding = KnownObject<ValidatingAdmissionPolicyBinding>;

const compiled = new WeakMap<Policy, ValidatingPolicy>();

function compiledPolicy(policy: Policy, minor: number): ValidatingPolicy {
  let known = compiled.get(policy);
  if (!known) compiled.set(policy, (known = new ValidatingPolicy(policy.object.spec ?? {}, minor)));
  return known;
}

/** What the policies of a run say of an object (dispatcher.Dispatch, policy/validating 1.36). */
export function judgeByPolicies(asked: Asked): RawFinding[] {
  if (isExempt(asked)) return [];
  const { admission, minor } = asked;
  const bindings = knownObjects<ValidatingAdmissionPolicyBinding>(admission, `${POLICY}Binding`, minor);
  return knownObjects<ValidatingAdmissionPolicy>(admission, POLICY, minor).flatMap((policy) => {
    const own = bindings.filter(({ object }) => object.spec?.policyName === nameOf(policy));
    if (!own.length) return [];
    const resource = matchOf(policy.object.spec?.matchConstraints, asked);
    if (!resource) return [];
    return own
      .filter(({ object }) => matchOf(object.spec?.matchResources, asked))
      .flatMap((binding) => judgeByBinding(policy, binding, resource, asked));
  });
}

function judgeByBinding(policy: Policy, binding: Binding, resource: Resource, asked: Asked): RawFinding[] {
  const { paramKind } = policy.object.spec ?? {};
  const { paramRef, ...spec } = binding.object.spec ?? {};
  const program = compiledPolicy(policy, asked.minor);
  const { fault } = program;
  const params = paramsFor(paramKind, paramRef, asked);
  const report = (decision: Decision) => findingsOf(decision, { policy, binding, spec, asked });
  if (fault !== undefined) return report({ text: fault, reason: '', isUnknown: true });
  if ('unknown' in params) return report({ text: params.unknown, reason: '', isUnknown: true });
  if ('fault' in params) {
    if (program.ignoresFailures) return [];
    const text = `failed to configure ${params.ofPolicy ? 'policy' : 'binding'}: ${params.fault}`;
    return report({ text, reason: 'Invalid', isAlways: true });
  }
  return params.found
    .flatMap((param) => program.decide(asked, resource, param))
    .flatMap((decision) => report(decision));
}

interface Deciding {
  readonly policy: Policy;
  readonly binding: Binding;
  readonly spec: ValidatingAdmissionPolicyBindingSpec;
  readonly asked: Asked;
}

function findingsOf(decision: Decision, { policy, binding, spec, asked }: Deciding): RawFinding[] {
  const { field = [], expression = '' } = decision;
  const by = `ValidatingAdmissionPolicy '${nameOf(policy)}' with binding '${nameOf(binding)}'`;
  const actions = decision.isAlways ? ['Deny'] : (spec.validationActions ?? []);
  const said = decision.isUnknown ? unevaluated(decision, by) : saidBy(decision, by, actions);
  if (!said) return [];
  const { variables = [] } = policy.object.spec ?? {};
  const path = mentionedField(withVariables(expression, variables), asked.object);
  return [{ ...said, path, elsewhere: [relatedTo(policy, pathOf(field))] }];
}

const nameOf = ({ object }: Policy | Binding): string => object.metadata?.name ?? '';

type Said = Omit<RawFinding, 'path'>;

function saidBy({ text, reason }: Decision, by: string, actions: readonly string[]): Said | undefined {
  if (actions.includes('Deny')) {
    const refused = { level: 'error', stage: 'admit', late: true, byPolicy: true } as const;
    return { ...refused, rule: POLICY_DENIED.id, reason, message: `${by} denied request: ${text}` };
  }
  const told = { rule: POLICY_WARNING.id, stage: 'admit' } as const;
  const message = `Validation failed for ${by}: ${text}`;
  if (actions.includes('Warn')) return { ...told, level: 'warning', header: message, message };
  return actions.includes('Audit') ? { ...told, level: 'info', message } : undefined;
}

const pathOf = (field: readonly (string | number)[]): FieldPath =>
  field.reduce<FieldPath>(
    (path, step) => (typeof step === 'number' ? path.index(step) : path.field(step)),
    FieldPath.of('spec'),
  );

function unevaluated({ text, expression }: Decision, by: string): Said {
  const what = expression ? `the expression ${JSON.stringify(expression)} of ${by}` : by;
  const message = `${what} is not evaluated: ${text}`;
  return { rule: UNEVALUATED.id, level: 'warning', stage: 'judge', message };
}
