import { among } from '../among';
import type { Field } from '../field';
import type { LabelSelector, LabelSelectorRequirement } from '../schema/types';
import { named } from '../../go/value';
import { labelValue, qualifiedName } from '../../apimachinery/labels';

type Labels = { readonly [key: string]: string };

/** ValidateLabels, 1.36: the cause names the map, not the entry. */
export function judgeLabels(labels: Labels | undefined, at: Field): void {
  for (const key in labels) {
    const [ofKey, ofValue] = [qualifiedName(key, at.minor), labelValue(labels[key], at.minor)];
    if (ofKey.length) {
      at.shownAt(at.key(key)).invalidEach(key, ofKey, { suggestion: `rename the label "${key}"` });
    }
    if (ofValue.length) {
      at.shownAt(at.key(key)).invalidEach(labels[key], ofValue, {
        suggestion: `change the value of the label "${key}"`,
      });
    }
  }
}

/** ValidateLabelSelector, 1.36. */
export function judgeLabelSelector(selector: LabelSelector, at: Field): void {
  judgeLabels(selector.matchLabels, at.field('matchLabels'));
  selector.matchExpressions?.forEach((requirement, index) =>
    judgeLabelRequirement(requirement, at.field('matchExpressions').index(index)),
  );
}

export const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

/** Operators of selectors of nodes, which also compare numbers. */
export const NODE_OPERATORS: readonly string[] = [...OPERATORS, 'Gt', 'Lt'];

/** ValidateLabelSelectorRequirement, 1.36; `anyOperator` stands for AllowUnknownOperatorInRequirement. */
export function judgeLabelRequirement(
  { key = '', operator = '', values = [] }: LabelSelectorRequirement,
  at: Field,
  { anyOperator = false } = {},
): void {
  judgeOperator({ operator, values }, at, anyOperator);
  at.field('key').invalidEach(key, qualifiedName(key, at.minor));
  values.forEach((value, index) =>
    at.field('values').index(index).invalidEach(value, labelValue(value, at.minor)),
  );
}

/** The operator of a requirement on labels or fields, and how many values it takes. */
export function judgeOperator(
  { operator = '', values = [] }: Omit<LabelSelectorRequirement, 'key'>,
  at: Field,
  anyOperator: boolean,
): void {
  if (operator === 'In' || operator === 'NotIn') {
    if (!values.length) {
      at.field('values').required("must be specified when `operator` is 'In' or 'NotIn'");
    }
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (values.length) {
      at.field('values').forbidden("may not be specified when `operator` is 'Exists' or 'DoesNotExist'", {
        suggestion: 'remove values, or set operator to In or NotIn',
      });
    }
  } else if (!anyOperator) {
    at.field('operator').invalid(
      named(operator),
      'not a valid selector operator',
      among(operator, OPERATORS),
    );
  }
}

/** Whether the selector takes the labels (labels.Selector.Matches, apimachinery 1.36). */
export function selects(
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
  labels: Labels = {},
): boolean {
  return (
    Object.keys(matchLabels).every((key) => labels[key] === matchLabels[key]) &&
    matchExpressions.every((requirement) => meets(requirement, labels))
  );
}

function meets({ key = '', operator, values = [] }: LabelSelectorRequirement, labels: Labels): boolean {
  const has = Object.hasOwn(labels, key);
  switch (operator) {
    case 'In':
      return has && values.includes(labels[key]);
    case 'NotIn':
      return !has || !values.includes(labels[key]);
    case 'Exists':
      return has;
    default:
      return !has;
  }
}

export const isEmptySelector = ({ matchLabels = {}, matchExpressions = [] }: LabelSelector) =>
  Object.keys(matchLabels).length + matchExpressions.length === 0;
