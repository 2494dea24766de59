import type { FieldPath } from '../path';
import type { Rule } from '../rule';
import type { PodSpec } from '../schema/types';
import type { Verdict } from '../verdict';

/** Container names are unique in the Pod: validateContainers, validateInitContainers and validateEphemeralContainers, 1.36. */
export const CONTAINER_NAMES: Rule<PodSpec> = {
  id: 'container-name-unique',
  judge({ containers = [], initContainers = [], ephemeralContainers = [] }, path, verdict) {
    const seen = new Map<string, FieldPath>();
    judgeList(containers, path.child('containers'), seen, verdict);
    judgeList(initContainers, path.child('initContainers'), seen, verdict);
    judgeList(ephemeralContainers, path.child('ephemeralContainers'), seen, verdict);
  },
};

type Named = { readonly name?: string };

function judgeList(containers: readonly Named[], path: FieldPath, seen: Map<string, FieldPath>, verdict: Verdict): void {
  containers.forEach(({ name = '' }, index) => {
    const place = path.index(index);
    const first = seen.get(name);
    if (first) verdict.duplicate(place.child('name'), name, { remedy: `rename it: ${first} has this name, too` });
    else seen.set(name, place);
  });
}
