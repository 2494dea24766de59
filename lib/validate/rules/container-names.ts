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
  judge({ container: { name = '' }, role, pod: { names, spec } }, path, verdict) {
    const first = names.get(name);
    if (first) {
      return verdict.duplicate(path.field('name'), name, {
        suggestion: `rename it: ${first} has the same name`,
        related: [{ message: 'the other one is here', path: first.field('name') }],
      });
    }
    if (!name && role === 'ephemeral' && spec.initContainers?.some((other) => !other.name)) {
      return verdict.duplicate(path.field('name'), name);
    }
    const nameless = name === '' && (role === 'init' || role === 'sidecar');
    if (!nameless) names.set(name, path);
  },
});
