import type { Facts } from './facts';

/** Types that users write: the structs of `k8s.*` are these and all that they hold. */
export const STRUCT_ROOTS: readonly string[] = [
  'core.v1.PodTemplateSpec',
  'core.v1.PodStatus',
  'core.v1.PersistentVolumeClaim',
  'core.v1.ReplicationControllerSpec',
  'apps.v1.DaemonSetSpec',
  'apps.v1.DeploymentSpec',
  'apps.v1.ReplicaSetSpec',
  'apps.v1.StatefulSetSpec',
  'batch.v1.CronJobSpec',
  'batch.v1.JobSpec',
];

/** Names of the types that `roots` hold, directly or not, themselves included; sorted. */
export function reachable(facts: Facts, roots: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    Object.values(facts.types[name])
      .map(({ type }) => structOf(type))
      .filter((type) => type in facts.types)
      .forEach(visit);
  };
  roots.forEach(visit);
  return [...found].sort();
}

/** What a type expression holds at its core: `[]core.v1.Container` → `core.v1.Container`. */
export const structOf = (expression: string) => expression.replace(/^(\[\]|\{\})+|\|.*/g, '');
