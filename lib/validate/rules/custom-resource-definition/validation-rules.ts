import { trimSpace } from '../../../go/space';
import type { Schema } from '../../crd/schema';
import { conversionFault } from '../../crd/conversion-fault';
import { followPath } from '../../crd/field-path';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { ValidationRule } from '../../schema/types';

interface Subject {
  readonly rule: ValidationRule;
  readonly schema: Schema;
}

const REASONS = ['FieldValueDuplicate', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueRequired'];

/** Of x-kubernetes-validations, all but the expressions themselves. */
export const VALIDATION_RULE = defineRule<Rule<Subject>>({
  id: 'crd-validation-rule',
  stage: 'judge',
  mistake:
    'a rule in `x-kubernetes-validations` without an expression, or with a message, reason or path that a server does not take',
  suggestion: 'fix the field in the message',
  judge({ rule, schema }, at) {
    judgeMessage(rule, at);
    const { messageExpression = '', reason, fieldPath = '' } = rule;
    if (messageExpression && !trimSpace(messageExpression)) {
      at.field('messageExpression').required('messageExpression must be non-empty if specified', {
        suggestion: 'set or remove messageExpression',
      });
    }
    if (reason !== undefined && !REASONS.includes(reason)) at.field('reason').notSupported(reason, REASONS);
    if (fieldPath) judgeFieldPath(fieldPath, schema, at.field('fieldPath'));
  },
});

/** Judges the rules of a node, and returns whether they are sound: then their expressions are compiled. */
export const judgeValidationRules = (schema: Schema, rules: readonly ValidationRule[], at: Field): boolean =>
  !at.reports(() => rules.forEach((rule, index) => at.index(index).apply(VALIDATION_RULE, { rule, schema })));

const hasNewlines = (text: string) => /[\n\r]/.test(text);

/** Before 1.34, messages began with the name of the field. */
const named = (at: Field, detail: string) => (at.minor >= 34 ? detail : `${at.last} ${detail}`);

function judgeMessage({ rule = '', message = '' }: ValidationRule, at: Field): void {
  const place = at.field('message');
  if (!trimSpace(rule)) {
    at.field('rule').required('rule is not specified');
  } else if (message && !trimSpace(message)) {
    place.invalid(message, named(place, 'must be non-empty if specified'));
  } else if (hasNewlines(trimSpace(message))) {
    place.invalid(message, named(place, 'must not contain line breaks'));
  } else if (hasNewlines(trimSpace(rule)) && !trimSpace(message)) {
    place.required('message must be specified if rule contains line breaks');
  }
}

function judgeFieldPath(path: string, schema: Schema, at: Field): void {
  if (!trimSpace(path)) at.invalid(path, named(at, 'must be non-empty if specified'));
  if (hasNewlines(path)) at.invalid(path, named(at, 'must not contain line breaks'));
  if (conversionFault(schema) === undefined && 'fault' in followPath(path, schema)) {
    at.invalid(path, named(at, 'must be a valid path'), {
      suggestion: 'name a field of this schema, such as .spec.replicas',
    });
  }
}
