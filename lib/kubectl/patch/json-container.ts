import type { JsonObject } from '../../go/object';
import { setOwn } from '../../object/set-own';
import { atoi } from '../flag-values/number';

/* What a JSON patch changes: partialDoc and partialArray of evanphx/json-patch, kubectl 1.36. */

export type Container = JsonObject | unknown[];

export const MISSING = 'missing value';

/** The value at a key or an index; null for a key that is missing. */
export const get = (container: Container, key: string): unknown =>
  Array.isArray(container) ? container[existingIndex(container, key)] : valueOrNull(container, key);

const valueOrNull = (map: JsonObject, key: string) => (Object.hasOwn(map, key) ? map[key] : null);

export function add(container: Container, key: string, value: unknown): void {
  if (!Array.isArray(container)) setOwn(container, key, value);
  else if (key === '-') container.push(value);
  else container.splice(insertionIndex(container, key), 0, value);
}

export function remove(container: Container, key: string): void {
  if (Array.isArray(container)) return void container.splice(existingIndex(container, key), 1);
  if (!Object.hasOwn(container, key)) throw new Error(`Unable to remove nonexistent key: ${key}: ${MISSING}`);
  delete container[key];
}

/** The place of an item that is there; a negative number counts from the end. */
export const existingIndex = (list: readonly unknown[], key: string) =>
  normalizedIndex(list.length, atoi(key));

function insertionIndex(list: readonly unknown[], key: string): number {
  let index: number;
  try {
    index = atoi(key);
  } catch (error) {
    throw new Error(`value was not a proper array index: '${key}': ${(error as Error).message}`);
  }
  return normalizedIndex(list.length + 1, index);
}

function normalizedIndex(length: number, index: number): number {
  if (index >= length || index < -length) {
    throw new Error(`Unable to access invalid index: ${index}: invalid index referenced`);
  }
  return index < 0 ? index + length : index;
}
