import { byteLength } from '../../../apimachinery/messages';
import { amountOf } from '../../../apimachinery/parse-quantity';
import { compareBytes, quote } from '../../../go/format';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { NodeStatus } from '../../schema/types';
import type { Amounts } from '../resource-names';
import { judgeAmount } from '../resources';

/** ValidateNodeResources, pkg/apis/core/validation 1.36. */
export const NODE_RESOURCES = defineRule<Rule<NodeStatus>>({
  id: 'node-resources',
  stage: 'judge',
  mistake: 'a negative amount of a resource of a Node, or a part of one that is counted',
  suggestion: 'use a whole number of 0 or more',
  judge({ capacity = {}, allocatable }, at) {
    const shown = at.field('capacity');
    judgeAmounts(capacity, shown, shown);
    judgeAmounts(
      allocatable ?? capacity,
      at.field('allocatable'),
      allocatable ? at.field('allocatable') : shown,
    );
  },
});

/** The server writes a dot before a resource. */
function judgeAmounts(amounts: Amounts, at: Field, shown: Field): void {
  for (const resource of Object.keys(amounts)) {
    judgeAmount(resource, amountOf(amounts[resource]), at.field(resource).shownAt(shown.key(resource)));
  }
}

/** validateNodeSwapStatus, 1.33 to 1.36: the server names a field that there is not. */
export const NODE_SWAP = defineRule<Rule<number | undefined>>({
  id: 'node-swap',
  stage: 'judge',
  mistake: 'a swap capacity of a Node of 0 or less',
  suggestion: 'use a positive number of bytes',
  judge(capacity, root) {
    if (capacity === undefined || capacity > 0) return;
    root
      .field('metadata', 'nodeSwapStatus', 'capacity')
      .shownAt(root.field('status', 'nodeInfo', 'swap', 'capacity'))
      .invalid(capacity, 'must be greater than zero');
  },
});

const LONGEST = 253;
const FEATURE = /^[A-Z][a-zA-Z0-9]*(\/[a-zA-Z][a-zA-Z0-9]*)*$/;

/** validateNodeDeclaredFeatures, 1.35 and 1.36. */
export const DECLARED_FEATURES = defineRule<Rule<readonly string[]>>({
  id: 'node-features',
  stage: 'judge',
  mistake: 'declared features of a Node that are malformed, repeated or not sorted',
  suggestion: 'sort them, and write each like `MyFeature/mySubFeature`',
  judge(features, at) {
    features.forEach((feature, index) => {
      const place = at.index(index);
      const problem = featureProblem(feature);
      if (problem) place.invalid(feature, `invalid feature name ${quote(feature)}: ${problem}`);
      const order = index ? compareBytes(features[index - 1], feature) : -1;
      if (order === 0) place.duplicate(feature);
      else if (order > 0) place.invalid(feature, 'list must be sorted alphabetically');
    });
  },
});

/** validateNodeDeclaredFeatureName, 1.35 and 1.36. */
function featureProblem(feature: string): string | undefined {
  if (byteLength(feature) > LONGEST) return `must be no more than ${LONGEST} characters`;
  return FEATURE.test(feature)
    ? undefined
    : "must start with an UpperCamelCase segment, with subsequent segments separated by '/' (e.g., MyFeature or MyFeature/mySubFeature), and contain only alphanumeric characters and slashes";
}
