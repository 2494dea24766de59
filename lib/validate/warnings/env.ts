import { defineRule, type Rule } from '../rule';
import type { EnvVar } from '../schema/types';
import { quote } from '../../go/format';
import { warnAt } from './warn-at';

/**
 * Variables of one name, unless the later one is made of the former: warningsForPodSpecAndMeta, pkg/api/pod
 * 1.30 to 1.36.
 */
export const HIDDEN_ENV = defineRule<Rule<readonly EnvVar[]>>({
  id: 'env-hidden',
  stage: 'warn',
  mistake: 'a duplicate variable: one of the definitions may be lost when the manifest is applied',
  suggestion: 'keep one of them',
  judge(env, at) {
    const names = new Set<string>();
    env.forEach((variable, index) => {
      const { name = '' } = variable;
      if (names.has(name) && hides(variable)) {
        warnAt(
          at.index(index),
          `hides previous definition of ${quote(name)}, which may be dropped when using apply`,
          'keep one of them',
          { repeats: ['name'] },
        );
      }
      names.add(name);
    });
  },
});

function hides({ name = '', value = '', valueFrom }: EnvVar): boolean {
  const reference = `$(${name})`;
  return valueFrom !== undefined || value === reference || !value.includes(reference);
}
