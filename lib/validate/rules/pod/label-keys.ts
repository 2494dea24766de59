import type { Field } from '../../field';
import type { LabelSelector } from '../../schema/types';
import { qualifiedName } from '../../../apimachinery/labels';

const UNSELECTED = 'must not be specified when labelSelector is not set';
const IN_SELECTOR = 'exists in both matchLabelKeys and labelSelector';
const TWICE = { suggestion: 'remove it from one of them' };

/** Keys whose values are the incoming Pod's, and the selector they refine. */
export interface LabelKeys {
  readonly matchLabelKeys?: readonly string[];
  readonly mismatchLabelKeys?: readonly string[];
  readonly labelSelector?: LabelSelector;
}

/** ValidateMatchLabelKeysAndMismatchLabelKeys, 1.36. `path` is that of what holds them. */
export function judgeLabelKeys(
  { matchLabelKeys = [], mismatchLabelKeys = [], labelSelector }: LabelKeys,
  at: Field,
): void {
  if (!matchLabelKeys.length && !mismatchLabelKeys.length) return;
  judgeKeys(matchLabelKeys, labelSelector, at.field('matchLabelKeys'));
  judgeKeys(mismatchLabelKeys, labelSelector, at.field('mismatchLabelKeys'));
  if (labelSelector) judgeAgainstSelector(matchLabelKeys, labelSelector, at);
  const mismatches = new Set(mismatchLabelKeys);
  matchLabelKeys.forEach((key, index) => {
    if (mismatches.has(key)) {
      at.field('matchLabelKeys')
        .index(index)
        .invalid(key, 'exists in both matchLabelKeys and mismatchLabelKeys', TWICE);
    }
  });
}

/** validateLabelKeys, 1.36. */
function judgeKeys(keys: readonly string[], selector: LabelSelector | undefined, at: Field): void {
  if (keys.length && !selector) return at.forbidden(UNSELECTED, { suggestion: 'set labelSelector' });
  keys.forEach((key, index) => at.index(index).invalidEach(key, qualifiedName(key, at.minor)));
}

/**
 * The server has by now made an expression of each key: one that stands there twice is the manifest's, too.
 */
function judgeAgainstSelector(
  keys: readonly string[],
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
  at: Field,
): void {
  const places = new Map(keys.map((key, index) => [key, index]));
  const seen = new Set(Object.keys(matchLabels));
  for (const { key = '' } of matchExpressions) {
    const index = places.get(key);
    if (index !== undefined && seen.has(key)) {
      at.index(index)
        .shownAt(at.field('matchLabelKeys').index(index))
        .invalid(key, IN_SELECTOR, { ...TWICE });
    }
    seen.add(key);
  }
}

/** Up to 1.33, where the keys were not made expressions: ValidateMatchLabelKeysInTopologySpread. */
export function judgeKeysOfSpread({ matchLabelKeys = [], labelSelector }: LabelKeys, at: Field): void {
  if (!matchLabelKeys.length) return;
  if (!labelSelector) at.forbidden(UNSELECTED, { suggestion: 'set labelSelector' });
  const { matchLabels = {}, matchExpressions = [] } = labelSelector ?? {};
  const selected = new Set([...Object.keys(matchLabels), ...matchExpressions.map(({ key = '' }) => key)]);
  matchLabelKeys.forEach((key, index) => {
    at.index(index).invalidEach(key, qualifiedName(key, at.minor));
    if (selected.has(key)) at.index(index).invalid(key, IN_SELECTOR, TWICE);
  });
}
