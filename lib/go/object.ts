import { compareBytes } from './format';
import { setOwn } from '../object/set-own';

/** A manifest or a part of one: the fields of a Go struct in its order, or the keys of a map, sorted. */
export interface JsonObject {
  [field: string]: unknown;
}

/** A struct: its fields in Go's order, without those that are left out (`undefined`). */
export function struct(fields: JsonObject): JsonObject {
  for (const name of Object.keys(fields)) if (fields[name] === undefined) delete fields[name];
  return fields;
}

/** A map as Go writes it, by the bytes of its keys; nothing where it is empty. */
export function goMap(entries: Iterable<readonly [key: string, value: unknown]>): JsonObject | undefined {
  const map: JsonObject = {};
  const sorted = [...new Map(entries)].sort(([a], [b]) => compareBytes(a, b));
  for (const [key, value] of sorted) setOwn(map, key, value);
  return sorted.length ? map : undefined;
}

/** A list; nothing where it is empty. */
export const goList = <T>(items: readonly T[]): readonly T[] | undefined =>
  items.length ? items : undefined;

/**
 * The keys of an object in the order that Go writes them: a struct has no numbers for names, and a map is
 * sorted.
 */
export function goKeys(object: JsonObject): readonly string[] {
  const keys = Object.keys(object);
  return keys.length && /^\d/.test(keys[0]) ? keys.sort(compareBytes) : keys;
}
