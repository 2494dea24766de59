import type { ApiObject } from 'cdk8s';
import { valueAt } from '../../object/value-at';

type Path = readonly string[];

/** Where an object has its Pod: the map with the Pod's metadata and spec. */
export interface PodLocation {
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
export function podLocationOf(object: ApiObject, json: () => object): PodLocation | undefined {
  const { apiGroup, kind } = object;
  if (!apiGroup.includes('.')) return podLocationOfKind(apiGroup === 'core' ? 'v1' : `${apiGroup}/v1`, kind);
  const manifest = json();
  const path = [TEMPLATE, JOB_TEMPLATE].find((candidate) =>
    Array.isArray(valueAt(manifest, [...candidate, 'spec', 'containers'])),
  );
  return path && { path };
}

/** The place in a kind of Kubernetes' own, whatever its version: all that have one are in v1. */
function podLocationOfKind(apiVersion: string, kind: string): PodLocation | undefined {
  const { kindOf, podTemplatePath, structOf } =
    require('../../validate/judging') as typeof import('../../validate/judging');
  const struct = kindOf(apiVersion, kind)?.struct;
  const path = struct && podTemplatePath(struct);
  if (!path) return undefined;
  const field = path[0] ?? 'spec';
  const type = structOf(struct).get(field)!.type as { readonly struct: string };
  return { path, structs: { [field]: type.struct.slice(type.struct.lastIndexOf('.') + 1) } };
}
