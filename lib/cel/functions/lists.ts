import type { List } from '../values/collections';
import { spend } from '../values/meter';
import { Uint } from '../values/scalars';
import { Duration } from '../values/time';
import { CelEvaluationError } from '../errors';
import { compare, fail, isEqual, type Value } from '../values/value';
import { type Implementation, type Library, typed } from './declare';
import { OPERATORS } from './operators';

const COMPARABLE = ['int', 'uint', 'double', 'bool', 'duration', 'timestamp', 'string', 'bytes'];

/** One overload for each type that has an order. */
export const forComparable = (signature: (type: string) => string, run: Implementation): Library =>
  typed(Object.fromEntries(COMPARABLE.map((type) => [signature(type), run])));

const ZEROS: { readonly [type: string]: Value } = {
  int: 0n,
  uint: new Uint(0n),
  double: 0,
  duration: new Duration(0n),
};

/** Items that cannot be compared are in no order, which is not a fault. */
function orderOf(one: Value, other: Value): number {
  try {
    return compare(one, other);
  } catch (error) {
    if (error instanceof CelEvaluationError) return 0;
    throw error;
  }
}

function isSorted(list: List): boolean {
  spend(list.size);
  for (let index = 1; index < list.size; index++) {
    if (orderOf(list.at(index - 1), list.at(index)) > 0) return false;
  }
  return true;
}

const add = OPERATORS.flatMap((library) => library.get('_+_') ?? [])[0].run;

const sum = (zero: Value) => (list: List) => list.items.reduce((total, item) => add(total, item), zero);

/** The first of the least items, or of the greatest. */
function extreme(name: string, sign: 1 | -1): Implementation {
  return (list: List) => {
    if (!list.size) return fail(`${name} called on empty list`);
    spend(list.size);
    return list.items.reduce((best, item) => (orderOf(best, item) * sign > 0 ? item : best));
  };
}

/** Items that cannot be compared are not those that are looked for. */
function isItem(item: Value, wanted: Value): boolean {
  spend(1);
  try {
    return isEqual(item, wanted);
  } catch (error) {
    if (error instanceof CelEvaluationError) return false;
    throw error;
  }
}

const indexOf = (list: List, wanted: Value) => BigInt(list.items.findIndex((item) => isItem(item, wanted)));

function lastIndexOf(list: List, wanted: Value): bigint {
  for (let index = list.size - 1; index >= 0; index--) {
    if (isItem(list.at(index), wanted)) return BigInt(index);
  }
  return -1n;
}

/** Lists as Kubernetes' library handles them (library.Lists). */
export const LISTS: readonly Library[] = [
  forComparable((type) => `list(${type}).isSorted() -> bool`, isSorted),
  typed(
    Object.fromEntries(
      Object.entries(ZEROS).map(([type, zero]) => [`list(${type}).sum() -> ${type}`, sum(zero)]),
    ),
  ),
  forComparable((type) => `list(${type}).max() -> ${type}`, extreme('max', -1)),
  forComparable((type) => `list(${type}).min() -> ${type}`, extreme('min', 1)),
  typed({
    'list(A).indexOf(A) -> int': indexOf,
    'list(A).lastIndexOf(A) -> int': lastIndexOf,
  }),
];
