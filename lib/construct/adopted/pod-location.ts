import type { ApiObject } from 'cdk8s';
import type { OwnedPod } from '../pod-owner';
import { listItems } from '../../manifest/list';
import { valueAt } from '../../object/value-at';

type Path = readonly string[];

/** Where an object has a Pod. */
export interface PodLocation {
  /** The way to the manifest that the Pod is in: an item of a list, or the object itself. */
  readonly item: Path;
  /** Kind of that manifest. */
  readonly kind: string;
  /** The way in it to the map with the Pod's metadata and spec. */
  readonly path: Path;
  /** Tells it from the other Pods of the object; absent if there are none. */
  readonly id?: string;
  /** Struct in a field of the object, where the kind is one of Kubernetes' own. */
  readonly structs?: { readonly [field: string]: string };
}

/** The way to a Pod from its object. */
export const wayTo = ({ item, path }: PodLocation): Path => [...item, ...path];

const TEMPLATE: Path = ['spec', 'template'];
const JOB_TEMPLATE: Path = ['spec', 'jobTemplate', 'spec', 'template'];

/** Whether only the manifest of an object says where it has Pods. */
export const isKnownByContent = ({ apiGroup, kind }: ApiObject) =>
  apiGroup.includes('.') || kind.endsWith('List');

/** The places of the Pods: one at most, except in a list and in some custom resources. */
export function podLocationsOf(object: ApiObject, json: () => object): PodLocation[] {
  const { apiVersion, kind } = object;
  const items = kind.endsWith('List') ? listItems(json()) : undefined;
  if (!items) return locationIn({ apiVersion, kind }, json) ?? [];
  return items.flatMap((item, index) => {
    const found = locationIn(item as Head, () => item as object) ?? [];
    return found.map(({ id, ...location }) => ({
      ...location,
      item: ['items', String(index)],
      id: ['items', index, ...(id === undefined ? [] : [id])].join('-'),
    }));
  });
}

interface Head {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
}

/** The places in a manifest. Those of a custom resource that is not well known are found by what it holds. */
function locationIn(head: Head | null, json: () => object): PodLocation[] | undefined {
  const { apiVersion, kind } = head ?? {};
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return undefined;
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  if (!group.includes('.')) return locationInKind(group ? `${group}/v1` : 'v1', kind);
  const manifest = json() as { readonly apiVersion: string; readonly kind: string };
  const { podWaysIn } =
    require('../../validate/embedded-pods/judge') as typeof import('../../validate/embedded-pods/judge');
  const paths = podWaysIn({ ...manifest, apiVersion, kind }) ?? pathsByContent(manifest);
  const isOnly = paths.length === 1;
  return paths.map((path) => ({ item: [], kind, path, ...(isOnly ? {} : { id: path.join('-') }) }));
}

function pathsByContent(manifest: object): readonly Path[] {
  const path = [TEMPLATE, JOB_TEMPLATE].find((candidate) =>
    Array.isArray(valueAt(manifest, [...candidate, 'spec', 'containers'])),
  );
  return path ? [path] : [];
}

/** The place in a kind of Kubernetes' own, whatever its version: all that have one are in v1. */
function locationInKind(apiVersion: string, kind: string): PodLocation[] | undefined {
  const { kindOf, podTemplatePath, structOf } =
    require('../../validate/judging') as typeof import('../../validate/judging');
  const struct = kindOf(apiVersion, kind)?.struct;
  const path = struct && podTemplatePath(struct);
  if (!path) return undefined;
  const field = path[0] ?? 'spec';
  const type = structOf(struct).get(field)!.type as { readonly struct: string };
  const structs = { [field]: type.struct.slice(type.struct.lastIndexOf('.') + 1) };
  return [{ item: [], kind, path, structs }];
}

/** A Pod and the selector of its workload in a manifest. */
export const ownedPodIn = (json: object, location: PodLocation): OwnedPod => ({
  pod: valueAt(json, wayTo(location)),
  selector: valueAt(json, [...location.item, 'spec', 'selector']),
});

/** The only Pod in an object of ours. */
export function onlyPodIn(object: ApiObject & { render(): object }): OwnedPod {
  const json = object.render();
  const [location] = podLocationsOf(object, () => json);
  return ownedPodIn(json, location);
}
