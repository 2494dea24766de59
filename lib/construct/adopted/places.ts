import type { ApiObject } from 'cdk8s';

type Path = readonly string[];

/** Where an object has its Pod: the map with the Pod's metadata and spec. */
export interface Place {
  readonly path: Path;
  /** Struct in a field of the object, where the kind is one of Kubernetes' own. */
  readonly structs?: { readonly [field: string]: string };
}

const TEMPLATE: Path = ['spec', 'template'];
const JOB_TEMPLATE: Path = ['spec', 'jobTemplate', 'spec', 'template'];

/** Kinds of Kubernetes by group. */
const PLACES: { readonly [groupAndKind: string]: Place } = {
  'core/Pod': { path: [], structs: { spec: 'PodSpec' } },
  'core/PodTemplate': { path: ['template'], structs: { template: 'PodTemplateSpec' } },
  'core/ReplicationController': { path: TEMPLATE, structs: { spec: 'ReplicationControllerSpec' } },
  'apps/Deployment': { path: TEMPLATE, structs: { spec: 'DeploymentSpec' } },
  'apps/ReplicaSet': { path: TEMPLATE, structs: { spec: 'ReplicaSetSpec' } },
  'apps/StatefulSet': { path: TEMPLATE, structs: { spec: 'StatefulSetSpec' } },
  'apps/DaemonSet': { path: TEMPLATE, structs: { spec: 'DaemonSetSpec' } },
  'batch/Job': { path: TEMPLATE, structs: { spec: 'JobSpec' } },
  'batch/CronJob': { path: JOB_TEMPLATE, structs: { spec: 'CronJobSpec' } },
};

/**
 * The place of the Pod; undefined where the object has none. Of custom resources it is told by what they
 * hold.
 */
export function placeOf(object: ApiObject, json: () => object): Place | undefined {
  const { apiGroup, kind } = object;
  if (!apiGroup.includes('.')) return PLACES[`${apiGroup}/${kind}`];
  const manifest = json();
  const path = [TEMPLATE, JOB_TEMPLATE].find((candidate) =>
    Array.isArray(valueAt(manifest, [...candidate, 'spec', 'containers'])),
  );
  return path && { path };
}

/** The value at a path; undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce((map, key) => (isMap(map) && Object.hasOwn(map, key) ? map[key] : undefined), value);
}

/** A copy with another value at a path. */
export function withValueAt(value: unknown, [key, ...rest]: Path, replacement: unknown): object {
  if (key === undefined) return { ...(value as object), ...(replacement as object) };
  return { ...(value as object), [key]: withValueAt(valueAt(value, [key]), rest, replacement) };
}

/** Whether a value is a map. */
export const isMap = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
