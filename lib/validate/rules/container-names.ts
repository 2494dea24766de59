import type { ContainerRule } from './container-subject';
import { defineRule } from '../rule';

/**
 * Container names are unique in the Pod: validateContainers, validateInitContainers and
 * validateEphemeralContainers, 1.36.
 */
export const CONTAINER_NAMES = defineRule<ContainerRule>({
  id: 'container-name-unique',
  stage: 'judge',
  mistake: 'two containers of a Pod with the same name',
  suggestion: 'rename one of them',
  judge({ container: { name = '' }, role, pod: { names, spec } }, at) {
    const first = names.get(name);
    if (first) {
      return at.field('name').duplicate(name, {
        suggestion: `rename it: ${first} has the same name`,
        related: [{ message: 'the other one is here', path: first.field('name') }],
      });
    }
    if (!name && role === 'ephemeral' && spec.initContainers?.some((other) => !other.name)) {
      return at.field('name').duplicate(name);
    }
    const nameless = name === '' && (role === 'init' || role === 'sidecar');
    if (!nameless) names.set(name, at);
  },
});
