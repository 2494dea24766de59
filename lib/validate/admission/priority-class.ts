import { defineRule, type Rule } from '../rule';
import type { PriorityClass } from '../schema/types';

/**
 * The Priority admission plugin, as it looks at a class once that is judged (validatePriorityClass,
 * plugin/pkg/admission/priority 1.36): only if the classes of the cluster are known.
 */
export const ONE_DEFAULT = defineRule<Rule<PriorityClass>>({
  id: 'priority-class-default',
  stage: 'admit',
  mistake: 'a second PriorityClass with `globalDefault`',
  suggestion: 'remove `globalDefault` from all PriorityClasses but one',
  judge({ metadata: { name = '' } = {}, globalDefault }, at) {
    if (!globalDefault) return;
    const others = Object.entries(at.cluster.priorityClasses ?? {})
      .filter(([other, { globalDefault: isDefault }]) => isDefault && other !== name)
      .sort(([, one], [, other]) => one.value - other.value);
    if (!others.length) return;
    at.forbidLate(
      `PriorityClass ${others[0][0]} is already marked as default. Only one default can exist`,
      'remove globalDefault',
    );
  },
});
