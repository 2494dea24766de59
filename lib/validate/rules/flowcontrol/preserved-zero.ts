import { defineRule, type Rule } from '../../rule';

const KEY = 'flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares';

/** ValidatePriorityLevelConfiguration, pkg/apis/flowcontrol/validation 1.30 to 1.37. */
export const PRESERVED_ZERO = defineRule<Rule<{ readonly [key: string]: string }>>({
  id: 'preserved-zero-shares',
  stage: 'judge',
  mistake: `the annotation \`${KEY}\`, which belongs to v1beta3, on a PriorityLevelConfiguration`,
  suggestion: 'remove the annotation',
  judge(annotations, at) {
    if (!Object.hasOwn(annotations, KEY)) return;
    at.shownAt(at.key(KEY)).forbidden(`annotation '${KEY}' is forbidden`, {
      suggestion: 'remove the annotation',
    });
  },
});
