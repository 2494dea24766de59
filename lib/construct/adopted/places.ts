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

/**
 * The place of the Pod; undefined if the object has none. That of a custom resource is known by what it
 * holds.
 */
export function placeOf(object: ApiObject, json: () => object): Place | undefined {
  const { apiGroup, kind } = object;
  if (!apiGroup.includes('.')) return placeIn(apiGroup === 'core' ? 'v1' : `${apiGroup}/v1`, kind);
  const manifest = json();
  const path = [TEMPLATE, JOB_TEMPLATE].find((candidate) =>
    Array.isArray(valueAt(manifest, [...candidate, 'spec', 'containers'])),
  );
  return path && { path };
}

/** The place in a kind of Kubernetes' own, whatever its version: all that have one are in v1. */
function placeIn(apiVersion: string, kind: string): Place | undefined {
  const { kindOf, podTemplatePath, structOf } =
    require('../../validate/judging') as typeof import('../../validate/judging');
  const struct = kindOf(apiVersion, kind)?.struct;
  const path = struct && podTemplatePath(struct);
  if (!path) return undefined;
  const field = path[0] ?? 'spec';
  const type = structOf(struct).get(field)!.type as { readonly struct: string };
  return { path, structs: { [field]: type.struct.slice(type.struct.lastIndexOf('.') + 1) } };
}

/** The value at a path; undefined if there is none. */
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
