import { type CelType, schemaType } from '../../../cel';
import type { Schema } from '../../crd/schema';
import { compileRule, usesOldSelf } from '../../custom-kinds/compiled-rules';
import { UNEVALUATED } from '../../custom-kinds/unevaluated';
import type { Field } from '../../field';
import { defineRule } from '../../rule';
import type { ValidationRule } from '../../schema/types';
import { shownRule } from './shown';

/** An expression that a server cannot compile. */
export const EXPRESSION = defineRule({
  id: 'crd-expression',
  stage: 'judge',
  mistake: 'a CEL expression in `x-kubernetes-validations` that does not compile',
  suggestion: 'fix the expression at the place in the message',
});

interface Place {
  /** Whether the values are objects with metadata. */
  readonly isResource: boolean;
  readonly uncorrelated?: Field;
}

/**
 * Compiles the expressions of a node (ValidateCustomResourceDefinitionOpenAPISchema,
 * pkg/apis/apiextensions/validation 1.30 to 1.37). How much evaluating them costs is not estimated.
 */
export function judgeCompiled(
  schema: Schema,
  rules: readonly ValidationRule[],
  place: Place,
  at: Field,
): void {
  const type = schemaType(schema, place.isResource);
  at.apply({ id: EXPRESSION.id, judge: () => judgeAll(rules, type, place, at) }, undefined);
}

function judgeAll(
  rules: readonly ValidationRule[],
  type: CelType | undefined,
  place: Place,
  at: Field,
): void {
  if (!type) return at.internalError('failed to convert to declType for CEL validation rules');
  rules.forEach((rule, index) => judgeRule(rule, type, place, at.index(index)));
}

function judgeRule(rule: ValidationRule, type: CelType, { uncorrelated }: Place, at: Field): void {
  const { faults } = compileRule(rule, type, at.minor);
  if (faults.unknown !== undefined) {
    return at.field('rule').apply(UNEVALUATED, { text: rule.rule ?? '', why: faults.unknown });
  }
  if (faults.ofRule !== undefined) at.field('rule').invalid(shownRule(rule), faults.ofRule);
  if (faults.ofMessage !== undefined) {
    at.field('messageExpression').invalid(shownRule(rule), faults.ofMessage);
  }
  if (faults.ofRule === undefined && usesOldSelf(rule, type, at.minor)) {
    if (uncorrelated) at.field('rule').invalid(rule.rule, uncorrelatedText(uncorrelated));
  } else if (rule.optionalOldSelf !== undefined) {
    at.field('optionalOldSelf').invalid(
      rule.optionalOldSelf,
      'may not be set if oldSelf is not used in rule',
      { suggestion: 'remove optionalOldSelf, or use oldSelf' },
    );
  }
}

const uncorrelatedText = (path: Field) =>
  `oldSelf cannot be used on the uncorrelatable portion of the schema within ${path.toString()}`;
