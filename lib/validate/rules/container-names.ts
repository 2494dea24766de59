import type { ContainerRule } from './container-subject';

/** Container names are unique in the Pod: validateContainers, validateInitContainers and validateEphemeralContainers, 1.36. */
export const CONTAINER_NAMES: ContainerRule = {
  id: 'container-name-unique',
  judge({ container: { name = '' }, role, pod: { names } }, path, verdict) {
    const first = names.get(name);
    if (first) return verdict.duplicate(path.child('name'), name, { remedy: `rename it: ${first} has this name, too` });
    const nameless = name === '' && (role === 'init' || role === 'sidecar');
    if (!nameless) names.set(name, path);
  },
};
