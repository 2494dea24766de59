import type { EnvVar } from '../schema/types';
import type { Lint } from './pod';
import { defineRule } from '../rule';
import { refersToVariables } from './predicates';

const REFERENCE = /\$?\$\(([A-Za-z_][\w.-]*)\)/g;

/**
 * `$(NAME)` stands for a variable that is defined before it: one that comes later leaves it as it is written.
 */
export const ENV_ORDER = defineRule<Lint>({
  id: 'env-order',
  stage: 'lint',
  section: 'containers',
  level: 'warning',
  mistake: 'the value of a variable refers with `$(NAME)` to a variable that is defined later',
  why: 'only earlier variables are expanded, so the reference stays as written',
  suggestion: 'define the referenced variable first',
  when: [refersToVariables],
  judge({ containers }, report) {
    for (const container of containers) {
      const { env, envFrom } = container.spec;
      if (!env || envFrom?.length) continue;
      env.forEach(({ value }, index) => {
        const late =
          value && index < env.length - 1 && value.includes('$(')
            ? definedLater(value, env, index)
            : undefined;
        if (!late) return;
        const list = container.path.field('env');
        report(
          list.index(index).field('value'),
          `$(${late}) is not expanded: "${late}" is defined later`,
          `move "${late}" before it`,
          {
            message: `"${late}" is defined here`,
            path: list.index(env.findIndex(({ name }) => name === late)),
          },
        );
      });
    }
  },
});

function definedLater(value: string, env: readonly EnvVar[], index: number): string | undefined {
  const names = [...value.matchAll(REFERENCE)]
    .filter(([text]) => !text.startsWith('$$'))
    .map(([, name]) => name);
  return names.find((name) => env.findIndex((variable) => variable.name === name) > index);
}
