import { goJson } from '../../go/marshal';
import { withSortedKeys } from '../../go/sorted-keys';
import { isMap } from '../../object/value-at';
import { itemsOf, propertyOf, type Schema, valuesOf } from '../crd/schema';
import { shownValue } from '../crd/shown-value';
import type { Field } from '../field';

/**
 * Judges whether lists that are sets or maps repeat an item (ValidateListSetsAndMaps,
 * pkg/apiserver/schema/listtype 1.30 to 1.37).
 */
export function judgeListTypes(value: unknown, schema: Schema | undefined, at: Field): void {
  if (!schema) return;
  if (Array.isArray(value)) return judgeList(value, schema, at);
  if (!isMap(value)) return;
  const values = valuesOf(schema);
  for (const name of Object.keys(value)) {
    if (values) judgeListTypes(value[name], values, at.key(name));
    const property = propertyOf(schema, name);
    if (property) judgeListTypes(value[name], property, at.field(name));
  }
}

function judgeList(items: readonly unknown[], schema: Schema, at: Field): void {
  const type = schema['x-kubernetes-list-type'];
  if (type === 'set') judgeSet(items, at);
  if (type === 'map') judgeMap(items, schema['x-kubernetes-list-map-keys'] ?? [], at);
  const inner = itemsOf(schema);
  if (inner) items.forEach((item, index) => judgeListTypes(item, inner, at.index(index)));
}

function judgeSet(items: readonly unknown[], at: Field): void {
  for (const index of repetitions(items)) at.index(index).duplicate(shownValue(items[index]));
}

function judgeMap(items: readonly unknown[], keys: readonly string[], at: Field): void {
  const stray = items.findIndex((item) => item !== null && !isMap(item));
  if (stray >= 0) {
    at.index(stray).invalid(shownValue(items[stray]), 'must be an object for an array of list-type map');
    return;
  }
  const found = items.map((item) => keysOf(item, keys));
  for (const index of repetitions(found)) {
    at.index(index).duplicate(shownValue(found[index]), { repeats: keys });
  }
}

const keysOf = (item: unknown, keys: readonly string[]) =>
  Object.fromEntries(
    keys.flatMap((key) => (isMap(item) && Object.hasOwn(item, key) ? [[key, item[key]] as const] : [])),
  );

/** Where each value that occurs more than once is repeated first. */
function repetitions(values: readonly unknown[]): number[] {
  const seen = new Map<unknown, number>();
  return values.flatMap((value, index) => {
    const key =
      typeof value === 'object' && value !== null ? goJson(withSortedKeys(value)) : scalarKey(value);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 2 ? [index] : [];
  });
}

const scalarKey = (value: unknown) =>
  `${typeof value === 'bigint' ? 'number' : typeof value} ${String(value)}`;
