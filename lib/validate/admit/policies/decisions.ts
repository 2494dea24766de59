import { BOOL, CelEvaluationError, CelNotSupported, NULL, STRING, type Value } from '../../../cel';
import { aggregateText } from '../../../go/aggregate';
import { trimSpace } from '../../../go/space';
import type { ValidatingAdmissionPolicySpec, Validation } from '../../schema/types';
import { type Activation, activationFor } from './activation';
import type { Asked } from './asked';
import type { Json } from './run';
import { Compiler, type Expression } from './compiled';
import type { Resource } from './match';

/** What a policy says of an object, if not that it may be. */
export interface Decision {
  /** In a server's words; of what is not evaluated, why. */
  readonly text: string;
  readonly reason: string;
  /** Whether only a server can evaluate it. */
  readonly isUnknown?: boolean;
  /** Whether a failure refuses the object whatever the binding says. */
  readonly isAlways?: boolean;
  /** The expression, and the field of the policy that has it. */
  readonly expression?: string;
  readonly field?: readonly (string | number)[];
}

interface CompiledValidation {
  readonly validation: Validation;
  readonly condition: Expression;
  readonly message?: Expression;
}

/** A ValidatingAdmissionPolicy whose expressions are compiled. */
export class ValidatingPolicy {
  private readonly conditions: readonly Expression[];
  private readonly validations: readonly CompiledValidation[];
  private readonly annotations: readonly Expression[];
  private readonly compiler: Compiler;

  constructor(
    private readonly spec: ValidatingAdmissionPolicySpec,
    minor: number,
  ) {
    const compiler = (this.compiler = new Compiler(spec, minor));
    this.conditions = (spec.matchConditions ?? []).map(({ expression = '' }) =>
      compiler.matchCondition(expression),
    );
    this.validations = (spec.validations ?? []).map((validation) => ({
      validation,
      condition: compiler.expression(validation.expression ?? '', [BOOL]),
      ...(validation.messageExpression && { message: compiler.message(validation.messageExpression) }),
    }));
    this.annotations = (spec.auditAnnotations ?? []).map(({ valueExpression = '' }) =>
      compiler.expression(valueExpression, [STRING, NULL]),
    );
  }

  /** Why a server would not take it, if one of its expressions does not compile. */
  get fault(): string | undefined {
    const { conditions, validations, annotations } = this;
    return [
      ...this.compiler.variables.values(),
      ...conditions,
      ...validations.flatMap(({ condition, message }) => (message ? [condition, message] : [condition])),
      ...annotations,
    ].find(({ fault }) => fault !== undefined)?.fault;
  }

  get ignoresFailures(): boolean {
    return this.spec.failurePolicy === 'Ignore';
  }

  /** validator.Validate, apiserver pkg/admission/plugin/policy/validating 1.36. */
  decide(asked: Asked, resource: Resource, params: Json | null): readonly Decision[] {
    const bindings = { asked, resource, params, variables: this.compiler.variables };
    const matched = this.matches(activationFor(bindings, false));
    if (matched !== true) return matched;
    const activation = activationFor(bindings, true);
    return [
      ...this.validations.flatMap((one, index) => this.decideOne(one, index, activation)),
      ...this.annotations.flatMap((expression, index) => this.annotate(expression, index, activation)),
    ];
  }

  /** matcher.Match, apiserver pkg/admission/plugin/webhook/matchconditions 1.36. */
  private matches(activation: Activation): true | Decision[] {
    const results = this.conditions.map((condition, index) => ({
      result: evaluated(condition, activation),
      condition,
      index,
    }));
    if (results.some(({ result }) => result.value === false)) return [];
    const unknown = results.find(({ result }) => result.unknown !== undefined);
    if (unknown) {
      const { result, condition, index } = unknown;
      return [notEvaluated(result.unknown!, condition, ['matchConditions', index, 'expression'])];
    }
    const faults = results.flatMap(({ result }) => (result.fault === undefined ? [] : [result.fault]));
    if (!faults.length) return true;
    if (this.ignoresFailures) return [];
    return [{ text: aggregateText(faults), reason: 'Invalid', field: ['matchConditions'] }];
  }

  private decideOne(
    { validation, condition, message }: CompiledValidation,
    index: number,
    activation: Activation,
  ): Decision[] {
    const field = ['validations', index, 'expression'];
    const { value, fault, unknown } = evaluated(condition, activation);
    const expression = condition.text;
    if (unknown !== undefined) return [notEvaluated(unknown, condition, field)];
    if (fault !== undefined) {
      return this.ignoresFailures ? [] : [{ text: fault, reason: 'Invalid', expression, field }];
    }
    if (value === true) return [];
    const text = messageOf(validation, message && evaluated(message, activation).value);
    return [{ text, reason: validation.reason ?? 'Invalid', expression, field }];
  }

  /** What fails here refuses the object, even if the binding only audits. */
  private annotate(expression: Expression, index: number, activation: Activation): Decision[] {
    const { fault } = evaluated(expression, activation);
    if (fault === undefined || this.ignoresFailures) return [];
    const field = ['auditAnnotations', index, 'valueExpression'];
    return [{ text: fault, reason: 'Invalid', isAlways: true, field }];
  }
}

const notEvaluated = (why: string, { text }: Expression, field: Decision['field']): Decision => ({
  text: why,
  reason: '',
  isUnknown: true,
  expression: text,
  field,
});

interface Evaluated {
  readonly value?: Value;
  readonly fault?: string;
  readonly unknown?: string;
}

/** evaluationActivation.Evaluate, apiserver pkg/admission/plugin/cel 1.36; costs do not count. */
export function evaluated({ text, program, unknown, fault }: Expression, activation: Activation): Evaluated {
  if (!program) return { unknown: unknown ?? fault };
  try {
    return { value: program.evaluate(activation) };
  } catch (error) {
    if (error instanceof CelNotSupported) return { unknown: error.message };
    if (!(error instanceof CelEvaluationError)) throw error;
    return { fault: `expression '${text}' resulted in error: ${error.message}` };
  }
}

/** Bytes of a message that an expression makes (MaxEvaluatedMessageExpressionSizeBytes). */
const LONGEST_MESSAGE = 5 * 1024;

function messageOf({ expression = '', message = '' }: Validation, made: Value | undefined): string {
  const text = typeof made === 'string' ? trimSpace(made) : '';
  if (text && Buffer.byteLength(text) <= LONGEST_MESSAGE && !text.includes('\n')) return text;
  return message ? trimSpace(message) : `failed expression: ${trimSpace(expression)}`;
}
