import { among } from '../../among';
import { defineRule, type Rule } from '../../rule';
import type { PriorityClass } from '../../schema/types';
import { SYSTEM_PRIORITIES } from '../../admission/priority';
import { effectiveName } from '../metadata';
import { PREEMPTION_POLICIES } from '../pod-spec';

const SYSTEM_PREFIX = 'system-';
const HIGHEST = 1_000_000_000;

/** ValidatePriorityClass, pkg/apis/scheduling/validation 1.36. */
export const PRIORITY_CLASS = defineRule<Rule<PriorityClass>>({
  id: 'priority-class',
  stage: 'judge',
  mistake: 'a PriorityClass with a reserved name, a value above 1000000000 or an unknown preemption policy',
  suggestion: 'use another name than `system-…`, and a value of at most 1000000000',
  judge(object, root) {
    const { metadata = {}, value = 0, globalDefault = false, preemptionPolicy } = object;
    const name = effectiveName(metadata);
    if (name.startsWith(SYSTEM_PREFIX)) {
      const problem = systemProblem(name, value, globalDefault);
      if (problem) {
        const at = root.field('metadata', 'name');
        const place = metadata.name ? at : at.shownAt(root.field('metadata', 'generateName'));
        place.forbidden(
          `priority class names with 'system-' prefix are reserved for system use only. error: ${problem}`,
          {
            suggestion: 'use a name that does not begin with "system-"',
          },
        );
      }
    } else if (value > HIGHEST) {
      root.field('value').forbidden(`maximum allowed value of a user defined priority is ${HIGHEST}`, {
        suggestion: `use ${HIGHEST} or less`,
      });
    }
    if (preemptionPolicy === undefined) return;
    const at = root.field('preemptionPolicy');
    if (preemptionPolicy === '') {
      at.required('', { suggestion: `remove it, or ${among('', PREEMPTION_POLICIES).suggestion}` });
    } else if (!PREEMPTION_POLICIES.includes(preemptionPolicy)) {
      at.notSupported(preemptionPolicy, PREEMPTION_POLICIES);
    }
  },
});

/** IsKnownSystemPriorityClass, pkg/apis/scheduling/v1 1.36. */
function systemProblem(name: string, value: number, globalDefault: boolean): string | undefined {
  const known = SYSTEM_PRIORITIES.get(name);
  if (!known) return `${name} is not a known system priority class`;
  if (known.value !== value) return `value of ${name} PriorityClass must be ${known.value}`;
  return globalDefault ? `globalDefault of ${name} PriorityClass must be false` : undefined;
}
