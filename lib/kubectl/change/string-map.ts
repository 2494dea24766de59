import type { Pairs } from '../flag-values/pairs';
import type { StringMap } from '../manifests/unstructured';

/** Changes to labels or annotations. */
export interface MapChange extends Pairs {
  /** Whether values that are there already may be replaced. */
  readonly overwrite: boolean;
}

/** Keys that have another value already, in kubectl's words. */
export const conflictsIn = (map: StringMap, set: Pairs['set']) =>
  [...set]
    .filter(([key, value]) => Object.hasOwn(map, key) && map[key] !== value)
    .map(([key]) => `'${key}' already has a value (${map[key]})`);

export function changedMap(map: StringMap, { set, removed }: Pairs): StringMap {
  return Object.fromEntries([...Object.entries(map), ...set].filter(([key]) => !removed.includes(key)));
}
