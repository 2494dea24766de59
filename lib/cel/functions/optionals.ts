import type { List } from '../values/collections';
import { ListValue } from '../values/collections';
import { Optional } from '../values/scalars';
import { CelObject, fail, show, type Value } from '../values/value';
import { type Library, typed } from './declare';

const isZero = (value: Value) => {
  if (value instanceof CelObject) return value.isZero;
  return value instanceof Uint8Array ? value.length === 0 : !value;
};

const optionalItem = (list: List, index: number): Value =>
  index >= 0 && index < list.size ? Optional.of(list.at(index)) : Optional.NONE;

function unwrap(list: List): Value {
  const items = list.items.flatMap((item) => {
    if (!(item instanceof Optional)) return fail(`value ${show(item)} is not optional`);
    return item.hasValue ? [item.value] : [];
  });
  return new ListValue(items);
}

/** Optional values; `or` and `orValue` are evaluated by the interpreter. */
export const OPTIONALS: readonly Library[] = [
  typed({
    'optional.of(V) -> optional_type(V)': Optional.of,
    'optional.ofNonZeroValue(V) -> optional_type(V)': (value: Value) =>
      isZero(value) ? Optional.NONE : Optional.of(value),
    'optional.none() -> optional_type(V)': () => Optional.NONE,
    'optional_type(V).value() -> V': ({ value }: Optional) => value,
    'optional_type(V).hasValue() -> bool': ({ hasValue }: Optional) => hasValue,
    'optional_type(V).or(optional_type(V)) -> optional_type(V)': (value: Value) => value,
    'optional_type(V).orValue(V) -> V': (value: Value) => value,
  }),
];

/** What a later version of the library adds. */
export const LATER_OPTIONALS: readonly Library[] = [
  typed({
    'list(V).first() -> optional_type(V)': (list: List) => optionalItem(list, 0),
    'list(V).last() -> optional_type(V)': (list: List) => optionalItem(list, list.size - 1),
    'optional.unwrap(list(optional_type(V))) -> list(V)': unwrap,
    'list(optional_type(V)).unwrapOpt() -> list(V)': unwrap,
  }),
];
