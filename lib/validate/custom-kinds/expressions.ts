import {
  CelEvaluationError,
  CelNotSupported,
  type CelProgram,
  COST_LIMIT_EXCEEDED,
  NO_VALUE,
  schemaValue,
} from '../../cel';
import { quote } from '../../go/format';
import { trimSpace } from '../../go/space';
import { isMap } from '../../object/value-at';
import { shownValue } from '../crd/shown-value';
import type { Schema } from '../crd/schema';
import { namedPlace } from '../crd/value-causes';
import type { Field } from '../field';
import type { ValidationRule } from '../schema/types';
import { Budget, OutOfBudget } from './budget';
import { UNEVALUATED } from './unevaluated';
import type { CompiledRule } from './compiled-rules';
import { CUSTOM_RULE } from './rules';
import { type RuleNode, ruleTree } from './rule-tree';

/**
 * Evaluates the rules of a schema for a new object (Validator.Validate, pkg/apiserver/schema/cel 1.30 to
 * 1.37).
 */
export function judgeExpressions(object: unknown, schema: Schema, at: Field): void {
  const tree = ruleTree(schema, at.minor);
  if (!tree) return;
  const judge = (value: unknown, place: Field) => judgeNode(value, tree, new Budget(), place);
  at.apply({ id: CUSTOM_RULE.id, judge }, object);
}

/**
 * Evaluates the rules of a schema for its default, as a new value (ValidateDefaults,
 * pkg/apiserver/schema/defaulting 1.30 to 1.37). A server also compares it with itself.
 */
export function judgeDefaultByRules(value: unknown, schema: Schema, isResource: boolean, at: Field): void {
  const tree = ruleTree(schema, at.minor, isResource);
  if (tree) judgeNode(value, tree, new Budget(), at);
}

function judgeNode(value: unknown, node: RuleNode, budget: Budget, at: Field): void {
  if (value === null || value === undefined || budget.hasEnded) return;
  if (node.rules.length) judgeRules(value, node, budget, at);
  for (const part of node.allOf) judgeNode(value, part, budget, at);
  if (Array.isArray(value)) {
    if (node.items) value.forEach((item, index) => judgeNode(item, node.items!, budget, at.index(index)));
  } else if (isMap(value)) {
    judgeFields(value, node, budget, at);
  }
}

function judgeFields(
  value: { readonly [name: string]: unknown },
  node: RuleNode,
  budget: Budget,
  at: Field,
): void {
  for (const name of Object.keys(value)) {
    if (node.values) judgeNode(value[name], node.values, budget, at.key(name));
    const property = node.properties.get(name);
    if (property) judgeNode(value[name], property, budget, at.field(name));
  }
}

function judgeRules(value: unknown, { rules, schema, isRoot }: RuleNode, budget: Budget, at: Field): void {
  const place = namedPlace(at);
  const { type = '' } = schema;
  if (budget.isSpent) return outOfBudget(budget, type, place);
  const self = schemaValue(value, isRoot ? { ...schema, 'x-kubernetes-embedded-resource': true } : schema);
  const variables = { self, oldSelf: NO_VALUE };
  const evaluation = { value, variables, schema, budget, at };
  for (const compiled of rules) {
    if (compiled.usesOldSelf && !compiled.rule.optionalOldSelf) continue;
    try {
      judgeRule(evaluation, compiled, place);
    } catch (error) {
      if (error instanceof OutOfBudget) return outOfBudget(budget, type, place);
      throw error;
    }
    if (budget.hasEnded) return;
  }
}

function outOfBudget(budget: Budget, type: string, place: Field): void {
  budget.end();
  const detail =
    'validation failed due to running out of cost budget, no further validation rules will be run';
  place.invalid(type, detail, { suggestion: TOO_EXPENSIVE });
}

const TOO_EXPENSIVE = 'use shorter lists and texts, or simplify the rules of its CustomResourceDefinition';

type Variables = { readonly [name: string]: unknown };

/** A value whose rules are evaluated. */
interface Evaluation {
  readonly value: unknown;
  readonly variables: Variables;
  readonly schema: Schema;
  readonly budget: Budget;
  readonly at: Field;
}

function judgeRule(evaluation: Evaluation, compiled: CompiledRule, place: Field): void {
  const { rule, program, fault = '' } = compiled;
  const { at, budget, variables, schema } = evaluation;
  if (!program) return at.apply(UNEVALUATED, { text: rule.rule ?? '', why: fault });
  try {
    if (budget.evaluate(program, variables) === true) return;
  } catch (error) {
    if (error instanceof CelNotSupported) {
      return at.apply(UNEVALUATED, { text: rule.rule ?? '', why: error.message });
    }
    if (!(error instanceof CelEvaluationError)) throw error;
    const isTooExpensive = error.message === COST_LIMIT_EXCEEDED;
    if (isTooExpensive) budget.end();
    const suggestion = isTooExpensive ? TOO_EXPENSIVE : suggestionFor(rule);
    return place.invalid(schema.type ?? '', failureText(error.message, rule), { suggestion });
  }
  report(evaluation, compiled);
}

function failureText(message: string, rule: ValidationRule): string {
  if (message === COST_LIMIT_EXCEEDED) {
    return `'${message}': no further validation rules will be run due to call cost exceeds limit for rule: ${nameOf(rule)}`;
  }
  if (!message.startsWith('no such overload')) return `${message} evaluating rule: ${nameOf(rule)}`;
  return `'${message}': call arguments did not match a supported operator, function or macro signature for rule: ${nameOf(rule)}`;
}

/** ruleErrorString. */
const nameOf = ({ rule = '', message = '' }: ValidationRule) => trimSpace(message || rule);

/** What a server says of a rule that is not met; why it says nothing, if its message is too expensive. */
function messageOf({ rule, message: program }: CompiledRule, { budget, variables }: Evaluation): Message {
  const made = program && evaluatedText(program, rule, variables, budget);
  if (made !== undefined) return made;
  return { text: rule.message ? trimSpace(rule.message) : `failed rule: ${nameOf(rule)}` };
}

type Message = { readonly text: string } | { readonly fault: string };

/** Bytes of a message that an expression makes (MaxEvaluatedMessageExpressionSizeBytes). */
const LONGEST_MESSAGE = 5 * 1024;

/** evalMessageExpression: undefined for what cannot be a message. */
function evaluatedText(
  program: CelProgram,
  { messageExpression = '' }: ValidationRule,
  variables: Variables,
  budget: Budget,
): Message | undefined {
  let value: unknown;
  try {
    value = budget.evaluate(program, variables);
  } catch (error) {
    const ends = 'no further validation rules will be run';
    if (error instanceof OutOfBudget) {
      return { fault: `messageExpression evaluation failed due to running out of cost budget, ${ends}` };
    }
    if (error instanceof CelNotSupported) return undefined;
    if (!(error instanceof CelEvaluationError)) throw error;
    if (error.message !== COST_LIMIT_EXCEEDED) return undefined;
    return {
      fault: `${ends} due to call cost exceeds limit for messageExpression: ${quote(messageExpression)}`,
    };
  }
  const text = trimSpace(String(value));
  const isMessage = text && !text.includes('\n') && Buffer.byteLength(text) <= LONGEST_MESSAGE;
  return isMessage ? { text } : undefined;
}

function report(evaluation: Evaluation, compiled: CompiledRule): void {
  const { value, schema, budget, at } = evaluation;
  const { rule, path } = compiled;
  const { type = '' } = schema;
  const place = path?.text ? at.field(path.text).shownAt(path.way.reduce<Field>(step, at)) : namedPlace(at);
  const message = messageOf(compiled, evaluation);
  if ('text' in message) return reportFor(rule, message.text, value, type, place);
  budget.end();
  place.invalid(type, message.fault, { suggestion: TOO_EXPENSIVE });
}

/** The minor that shows the value that does not meet a rule; those before show its type. */
const WITH_VALUES = 35;

/** fieldErrorForReason. */
function reportFor(rule: ValidationRule, detail: string, value: unknown, type: string, place: Field): void {
  const hint = { suggestion: suggestionFor(rule) };
  const showsValue = place.minor >= WITH_VALUES;
  const isWhole = showsValue && (type === 'object' || type === 'array');
  const shown = showsValue ? shownValue(value) : type;
  switch (rule.reason) {
    case 'FieldValueForbidden':
      return place.forbidden(detail, hint);
    case 'FieldValueRequired':
      return place.required(detail, hint);
    case 'FieldValueDuplicate':
      return isWhole ? place.duplicateWhole(hint) : place.duplicate(shown, hint);
    default:
      return isWhole ? place.invalidWhole(detail, hint) : place.invalid(shown, detail, hint);
  }
}

const step = (place: Field, name: string): Field => place.field(name);

/** Characters of a rule up to which it is shown. */
const LONGEST_RULE = 200;

function suggestionFor({ rule = '' }: ValidationRule): string {
  const text = trimSpace(rule).replace(/\s+/g, ' ');
  return text.length > LONGEST_RULE
    ? 'meet the rule of its CustomResourceDefinition'
    : `meet the rule of its CustomResourceDefinition: ${text}`;
}
