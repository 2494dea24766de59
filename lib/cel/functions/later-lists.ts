import { List, ListValue, tooLarge } from '../values/collections';
import { spend } from '../values/meter';
import { compare, fail, isEqual, noSuchOverload, typeNameOf, type Value } from '../values/value';
import { type Library, typed, untyped } from './declare';
import { forComparable } from './lists';

/** The longest list that a number makes. */
const LONGEST_RANGE = 1_000_000;

function slice(list: List, start: bigint, end: bigint): Value {
  const what = `cannot slice(${start}, ${end})`;
  if (start < 0n || end < 0n) return fail(`${what}, negative indexes not supported`);
  if (start > end) return fail(`${what}, start index must be less than or equal to end index`);
  if (end > list.size) return fail(`${what}, list is length ${list.size}`);
  return new ListValue(list.items.slice(Number(start), Number(end)));
}

function flatten(list: List, depth = 1n): Value {
  if (depth < 0n) return fail('level must be non-negative');
  return new ListValue(flatItems(list, depth));
}

function flatItems(list: List, depth: bigint): Value[] {
  spend(list.size);
  return list.items.flatMap((item) =>
    item instanceof List && depth > 0n ? flatItems(item, depth - 1n) : [item],
  );
}

function sortBy(list: Value, keys: Value): Value {
  if (!(list instanceof List) || !(keys instanceof List)) return noSuchOverload();
  if (!list.size) return list;
  spend(list.size * Math.ceil(Math.log2(list.size + 1)));
  const type = typeNameOf(keys.at(0));
  if (keys.items.some((key) => typeNameOf(key) !== type)) fail('list elements must have the same type');
  const order = Array.from({ length: list.size }, (_, index) => index);
  order.sort((a, b) => compare(keys.at(a), keys.at(b)));
  return new ListValue(order.map((index) => list.at(index)));
}

function distinct(list: List): Value {
  const kept: Value[] = [];
  for (const item of list.items) {
    spend(kept.length);
    if (!kept.some((other) => isEqual(item, other))) kept.push(item);
  }
  return new ListValue(kept);
}

/** The minor whose cel-go limits ranges itself. */
const LIMITED_RANGES = 37;

function range(end: bigint, minor: number): Value {
  const isLimited = minor >= LIMITED_RANGES;
  if (isLimited && end < 0n) return fail(`lists.range: size must be non-negative, got ${end}`);
  if (end > LONGEST_RANGE) {
    if (!isLimited) throw tooLarge();
    return fail(`lists.range: size ${end} exceeds maximum allowed (${LONGEST_RANGE})`);
  }
  const size = Math.max(Number(end), 0);
  spend(size);
  return new ListValue(Array.from({ length: size }, (_, index) => BigInt(index)));
}

/** Lists as cel-go's extension handles them (ext.Lists, version 3). */
export const laterLists = (minor: number): readonly Library[] => [
  typed({
    'list(T).slice(int, int) -> list(T)': slice,
    'list(list(T)).flatten() -> list(T)': flatten,
    'list(dyn).flatten(int) -> list(dyn)': flatten,
    'list(T).reverse() -> list(T)': (list: List) => new ListValue([...list.items].reverse()),
    'list(T).distinct() -> list(T)': distinct,
    'lists.range(int) -> list(int)': (end: bigint) => range(end, minor),
  }),
  forComparable(
    (type) => `list(${type}).sort() -> list(${type})`,
    (list: List) => sortBy(list, list),
  ),
  untyped(
    sortBy,
    ...['int', 'uint', 'double', 'bool', 'duration', 'timestamp', 'string', 'bytes'].map(
      (type) => `list(T).@sortByAssociatedKeys(list(${type})) -> list(T)`,
    ),
  ),
];
