import type { Cluster } from '../cluster';
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
    const others = classesBefore(name, at.cluster)
      .filter(([other, { globalDefault: isDefault }]) => isDefault && other !== name)
      .sort(([, one], [, other]) => one.value - other.value);
    if (!others.length) return;
    at.forbidLate(
      `PriorityClass ${others[0][0]} is already marked as default. Only one default can exist`,
      'remove globalDefault',
    );
  },
});

/** Those that the cluster has, or those among the manifests that come first. */
function classesBefore(name: string, { priorityClasses, knownPriorityClasses = {} }: Cluster) {
  if (priorityClasses) return Object.entries(priorityClasses);
  const known = Object.entries(knownPriorityClasses);
  const own = known.findIndex(([other]) => other === name);
  return own < 0 ? known : known.slice(0, own);
}
