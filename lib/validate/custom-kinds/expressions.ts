import { CelEvaluationError, CelNotSupported, type CelProgram, NO_VALUE, schemaValue } from '../../cel';
import { trimSpace } from '../../go/space';
import { isMap } from '../../object/value-at';
import { shownValue } from '../crd/shown-value';
import type { Schema } from '../crd/schema';
import type { Field } from '../field';
import type { ValidationRule } from '../schema/types';
import { UNEVALUATED } from './unevaluated';
import type { CompiledRule } from './compiled-rules';
import { CUSTOM_RULE } from './rules';
import { type RuleNode, ruleTree } from './rule-tree';

/**
 * Evaluates the rules of a schema for a new object (Validator.Validate, pkg/apiserver/schema/cel 1.30 to
 * 1.37); how much that costs does not count.
 */
export function judgeExpressions(object: unknown, schema: Schema, at: Field): void {
  const tree = ruleTree(schema, at.minor);
  if (tree)
    at.apply({ id: CUSTOM_RULE.id, judge: (value: unknown, place) => judgeNode(value, tree, place) }, object);
}

function judgeNode(value: unknown, node: RuleNode, at: Field): void {
  if (value === null || value === undefined) return;
  if (node.rules.length) judgeRules(value, node, at);
  for (const part of node.allOf) judgeNode(value, part, at);
  if (Array.isArray(value)) {
    if (node.items) value.forEach((item, index) => judgeNode(item, node.items!, at.index(index)));
  } else if (isMap(value)) {
    judgeFields(value, node, at);
  }
}

function judgeFields(value: { readonly [name: string]: unknown }, node: RuleNode, at: Field): void {
  for (const name of Object.keys(value)) {
    if (node.values) judgeNode(value[name], node.values, at.key(name));
    const property = node.properties.get(name);
    if (property) judgeNode(value[name], property, at.field(name));
  }
}

function judgeRules(value: unknown, { rules, schema, isRoot }: RuleNode, at: Field): void {
  const self = schemaValue(value, isRoot ? { ...schema, 'x-kubernetes-embedded-resource': true } : schema);
  const variables = { self, oldSelf: NO_VALUE };
  for (const compiled of rules) {
    if (compiled.usesOldSelf && !compiled.rule.optionalOldSelf) continue;
    judgeRule(value, compiled, variables, schema, at);
  }
}

type Variables = { readonly [name: string]: unknown };

function judgeRule(
  value: unknown,
  compiled: CompiledRule,
  variables: Variables,
  schema: Schema,
  at: Field,
): void {
  const { rule, program, fault = '' } = compiled;
  if (!program) return at.apply(UNEVALUATED, { text: rule.rule ?? '', why: fault });
  const { type = '' } = schema;
  try {
    if (program.evaluate(variables) === true) return;
  } catch (error) {
    if (error instanceof CelNotSupported) {
      return at.apply(UNEVALUATED, { text: rule.rule ?? '', why: error.message });
    }
    if (!(error instanceof CelEvaluationError)) throw error;
    return at.invalid(type, failureText(error.message, rule), { suggestion: suggestionFor(rule) });
  }
  report(value, compiled, messageOf(compiled, variables), schema, at);
}

function failureText(message: string, rule: ValidationRule): string {
  if (!message.startsWith('no such overload')) return `${message} evaluating rule: ${nameOf(rule)}`;
  return `'${message}': call arguments did not match a supported operator, function or macro signature for rule: ${nameOf(rule)}`;
}

/** ruleErrorString. */
const nameOf = ({ rule = '', message = '' }: ValidationRule) => trimSpace(message || rule);

/** What a server says of a rule that is not met. */
function messageOf({ rule, message: program }: CompiledRule, variables: Variables): string {
  const made = program && evaluatedText(program, variables);
  if (made !== undefined) return made;
  return rule.message ? trimSpace(rule.message) : `failed rule: ${nameOf(rule)}`;
}

/** Bytes of a message that an expression makes (MaxEvaluatedMessageExpressionSizeBytes). */
const LONGEST_MESSAGE = 5 * 1024;

/** evalMessageExpression: undefined for what cannot be a message. */
function evaluatedText(program: CelProgram, variables: Variables): string | undefined {
  let value: unknown;
  try {
    value = program.evaluate(variables);
  } catch (error) {
    if (error instanceof CelNotSupported || error instanceof CelEvaluationError) return undefined;
    throw error;
  }
  const text = trimSpace(String(value));
  return !text || /[\n\r]/.test(text) || Buffer.byteLength(text) > LONGEST_MESSAGE ? undefined : text;
}

/** fieldErrorForReason. */
function report(
  value: unknown,
  { rule, path }: CompiledRule,
  detail: string,
  { type }: Schema,
  at: Field,
): void {
  const place = path?.text ? at.field(path.text).shownAt(path.way.reduce<Field>(step, at)) : at;
  const hint = { suggestion: suggestionFor(rule) };
  const isWhole = type === 'object' || type === 'array';
  switch (rule.reason) {
    case 'FieldValueForbidden':
      return place.forbidden(detail, hint);
    case 'FieldValueRequired':
      return place.required(detail, hint);
    case 'FieldValueDuplicate':
      return isWhole ? place.duplicateWhole(hint) : place.duplicate(shownValue(value), hint);
    default:
      return isWhole ? place.invalidWhole(detail, hint) : place.invalid(shownValue(value), detail, hint);
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
