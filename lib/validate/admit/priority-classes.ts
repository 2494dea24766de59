import type { Cluster } from '../cluster';
import type { PriorityClass } from '../schema/types';
import { knownObjects } from './known-objects';
import type { Admission } from './objects';

const clusters = new WeakMap<Admission, Map<string, Cluster>>();

/** A cluster with the PriorityClasses among the manifests. */
export function clusterIn(admission: Admission, minor: number, cluster: Cluster | undefined): Cluster {
  const key = `${minor}`;
  const known = clusters.get(admission) ?? new Map<string, Cluster>();
  clusters.set(admission, known);
  let found = known.get(key);
  if (!found) known.set(key, (found = { ...cluster, knownPriorityClasses: classesIn(admission, minor) }));
  return found;
}

/** The first default is the only one: a server refuses others. */
function classesIn(admission: Admission, minor: number): Cluster['knownPriorityClasses'] {
  let hasDefault = false;
  const classes = knownObjects<PriorityClass>(admission, 'scheduling.k8s.io/v1 PriorityClass', minor).flatMap(
    ({ object: { metadata = {}, value = 0, globalDefault, preemptionPolicy } }) => {
      if (globalDefault && hasDefault) return [];
      hasDefault ||= Boolean(globalDefault);
      return [[metadata.name ?? '', { value, globalDefault, preemptionPolicy }] as const];
    },
  );
  return Object.fromEntries(classes);
}
