import type { FieldPath } from '../path';
import type { LabelSelector, LabelSelectorRequirement } from '../schema/types';
import type { Verdict } from '../verdict';
import { named } from '../../go/value';
import { labelValue, qualifiedName } from '../../apimachinery/labels';

type Labels = { readonly [key: string]: string };

/**
 * ValidateLabels, 1.36: the cause names the map, not the entry. `place` is where the map is, if the server
 * names another field.
 */
export function judgeLabels(
  labels: Labels | undefined,
  path: FieldPath,
  verdict: Verdict,
  place = path,
): void {
  for (const key in labels) {
    const [ofKey, ofValue] = [qualifiedName(key, verdict.minor), labelValue(labels[key], verdict.minor)];
    if (ofKey.length) {
      verdict.invalidEach(path, key, ofKey, { at: place.key(key), suggestion: `rename the label "${key}"` });
    }
    if (ofValue.length) {
      verdict.invalidEach(path, labels[key], ofValue, {
        at: place.key(key),
        suggestion: `change the value of the label "${key}"`,
      });
    }
  }
}

/** ValidateLabelSelector, 1.36. */
export function judgeLabelSelector(selector: LabelSelector, path: FieldPath, verdict: Verdict): void {
  judgeLabels(selector.matchLabels, path.field('matchLabels'), verdict);
  selector.matchExpressions?.forEach((requirement, index) =>
    judgeRequirement(requirement, path.field('matchExpressions').index(index), verdict),
  );
}

function judgeRequirement(
  { key = '', operator = '', values = [] }: LabelSelectorRequirement,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (operator === 'In' || operator === 'NotIn') {
    if (!values.length) {
      verdict.required(path.field('values'), "must be specified when `operator` is 'In' or 'NotIn'");
    }
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (values.length) {
      verdict.forbidden(
        path.field('values'),
        "may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
        { suggestion: 'remove values' },
      );
    }
  } else {
    verdict.invalid(path.field('operator'), named(operator), 'not a valid selector operator', {
      suggestion: 'use In, NotIn, Exists or DoesNotExist',
    });
  }
  verdict.invalidEach(path.field('key'), key, qualifiedName(key, verdict.minor));
  values.forEach((value, index) =>
    verdict.invalidEach(path.field('values').index(index), value, labelValue(value, verdict.minor)),
  );
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
