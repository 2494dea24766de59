import { compareBytes } from './format';
import type { JsonObject } from './object';
import { MAX_DEPTH } from '../object/is-plain';
import { setOwn } from '../object/set-own';

/**
 * A copy of what JSON holds as Go's maps hold it: keys sorted at all levels, and integers that no int64 holds
 * as floats (ConvertMapNumbers, apimachinery util/json 1.36).
 */
export function withSortedKeys(value: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH) {
    throw new Error(`the manifest is nested deeper than ${MAX_DEPTH} levels: does a value contain itself?`);
  }
  if (['function', 'symbol'].includes(typeof value)) {
    throw new Error(`the manifest contains a ${typeof value}: use plain values only`);
  }
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value ? value : Number(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withSortedKeys(item, depth + 1));
  const copy: JsonObject = {};
  for (const key of Object.keys(value).sort(compareBytes)) {
    setOwn(copy, key, withSortedKeys((value as JsonObject)[key], depth + 1));
  }
  return copy;
}

/** A map of JSON: no list, no null. */
export const isMap = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What Go's JSON decoder calls the type of a value. */
export function jsonTypeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'bigint' ? 'number' : typeof value;
}
