import { indexOf, List, MapValue, tooLarge } from '../values/collections';
import { Uint } from '../values/scalars';
import { Duration, Timestamp } from '../values/time';
import { compare, fail, isNumber, noSuchOverload, show, type Value } from '../values/value';
import { type Implementation, type Library, untyped } from './declare';

const INT_MIN = -(2n ** 63n);
const INT_MAX = 2n ** 63n - 1n;
const UINT_MAX = 2n ** 64n - 1n;
/** The first and the last nanosecond of the years 1 to 9999. */
const TIME_MIN = -62_135_596_800n * 1_000_000_000n;
const TIME_MAX = 253_402_300_799n * 1_000_000_000n + 999_999_999n;
/** The longest text that an expression may make. */
const LONGEST_TEXT = 10_000_000;

export const checkedInt = (value: bigint): bigint =>
  value < INT_MIN || value > INT_MAX ? fail('integer overflow') : value;

export const checkedUint = (value: bigint): Uint =>
  value < 0n || value > UINT_MAX ? fail('unsigned integer overflow') : new Uint(value);

export const checkedDuration = (nanos: bigint): Duration =>
  nanos < INT_MIN || nanos > INT_MAX ? fail('duration overflow') : new Duration(nanos);

export const checkedTimestamp = (nanos: bigint, offset = 0): Timestamp =>
  nanos < TIME_MIN || nanos > TIME_MAX ? fail('timestamp overflow') : new Timestamp(nanos, offset);

interface Arithmetic {
  int(a: bigint, b: bigint): bigint;
  double?(a: number, b: number): number;
}

/** Operands of one numeric type; undefined if they are not. */
function numeric(a: Value, b: Value, { int, double }: Arithmetic): Value | undefined {
  if (typeof a === 'bigint' && typeof b === 'bigint') return checkedInt(int(a, b));
  if (typeof a === 'number' && typeof b === 'number') return double?.(a, b);
  if (a instanceof Uint && b instanceof Uint) return checkedUint(int(a.value, b.value));
  return undefined;
}

function add(a: Value, b: Value): Value {
  if (a instanceof List) return a.concat(b);
  if (typeof a === 'string' && typeof b === 'string') return withinLimit(a, b) && a + b;
  if (a instanceof Uint8Array && b instanceof Uint8Array) return withinLimit(a, b) && Buffer.concat([a, b]);
  const time = addTimes(a, b) ?? addTimes(b, a);
  return time ?? numeric(a, b, { int: (x, y) => x + y, double: (x, y) => x + y }) ?? noSuchOverload();
}

function withinLimit(a: { readonly length: number }, b: { readonly length: number }): true {
  if (a.length + b.length > LONGEST_TEXT) throw tooLarge();
  return true;
}

function addTimes(a: Value, b: Value): Value | undefined {
  if (!(b instanceof Duration)) return undefined;
  if (a instanceof Duration) return checkedDuration(a.nanos + b.nanos);
  return a instanceof Timestamp ? checkedTimestamp(a.nanos + b.nanos, a.offset) : undefined;
}

function subtract(a: Value, b: Value): Value {
  if (a instanceof Timestamp && b instanceof Timestamp) return checkedDuration(a.nanos - b.nanos);
  if (b instanceof Duration) {
    if (a instanceof Duration) return checkedDuration(a.nanos - b.nanos);
    if (a instanceof Timestamp) return checkedTimestamp(a.nanos - b.nanos, a.offset);
  }
  return numeric(a, b, { int: (x, y) => x - y, double: (x, y) => x - y }) ?? noSuchOverload();
}

const multiply = (a: Value, b: Value): Value =>
  numeric(a, b, { int: (x, y) => x * y, double: (x, y) => x * y }) ?? noSuchOverload();

const divide = (a: Value, b: Value): Value =>
  numeric(a, b, {
    int: (x, y) => (y === 0n ? fail('division by zero') : x / y),
    double: (x, y) => x / y,
  }) ?? noSuchOverload();

const modulo = (a: Value, b: Value): Value =>
  numeric(a, b, { int: (x, y) => (y === 0n ? fail('modulus by zero') : x % y) }) ?? noSuchOverload();

function negate(value: Value): Value {
  if (typeof value === 'bigint') return checkedInt(-value);
  return typeof value === 'number' ? -value : noSuchOverload();
}

const not = (value: Value): Value => (typeof value === 'boolean' ? !value : noSuchOverload());

function isIn(value: Value, container: Value): Value {
  if (container instanceof List) return container.contains(value);
  return container instanceof MapValue ? container.find(value) !== undefined : noSuchOverload();
}

/** An item of a list or a value of a map; undefined if there is none. */
export function itemAt(container: Value, key: Value): Value | undefined {
  if (container instanceof MapValue) return container.find(key);
  if (!(container instanceof List)) return undefined;
  const index = indexOf(key);
  return index >= 0 && index < container.size ? container.at(index) : undefined;
}

export function itemOrFail(container: Value, key: Value): Value {
  const item = itemAt(container, key);
  if (item !== undefined) return item;
  return fail(container instanceof List ? `index out of bounds: ${show(key)}` : `no such key: ${show(key)}`);
}

/** Pairs of types that have an order, as cel-go declares them. */
const ORDERED = [
  ...['bool, bool', 'int, int', 'int, double', 'int, uint', 'uint, uint', 'uint, double', 'uint, int'],
  ...['double, double', 'double, int', 'double, uint', 'string, string', 'bytes, bytes'],
  ...['timestamp, timestamp', 'duration, duration'],
];

/** Whether values are of a type that an operator is for at all. */
type Trait = (value: Value) => boolean;

const isOrdered: Trait = (value) => isAddable(value) || typeof value === 'boolean';
const isAddable: Trait = (value) => isNumber(value) || isReceiver(value) || value instanceof Uint8Array;
const isSigned: Trait = (value) =>
  typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean';
const isDivisible: Trait = (value) => isNumber(value) && typeof value !== 'number';

/** Types that have methods of their own do not name the operator that they lack. */
const isReceiver: Trait = (value) =>
  typeof value === 'string' || value instanceof Duration || value instanceof Timestamp;

function withTrait(operator: string, trait: Trait, run: Implementation): Implementation {
  return (first: Value, second: Value) => {
    if (trait(first)) return run(first, second);
    return isReceiver(first) ? noSuchOverload() : fail(`no such overload: ${operator}`);
  };
}

const comparison = (operator: string, holds: (order: number) => boolean): Library =>
  untyped(
    withTrait(operator, isOrdered, (a: Value, b: Value) => holds(compare(a, b))),
    ...ORDERED.map((types) => `${operator}(${types}) -> bool`),
  );

const arithmetic = (operator: string, trait: Trait, run: Implementation, ...types: string[]): Library =>
  untyped(
    withTrait(operator, trait, run),
    ...types.map((type) =>
      type.includes('>') ? `${operator}${type}` : `${operator}(${type}, ${type}) -> ${type}`,
    ),
  );

/** Operators that evaluate all of their operands. */
export const OPERATORS: readonly Library[] = [
  untyped(not, '!_(bool) -> bool'),
  untyped(withTrait('-_', isSigned, negate), '-_(double) -> double', '-_(int) -> int'),
  untyped(isIn, '@in(A, list(A)) -> bool', '@in(A, map(A, B)) -> bool'),
  arithmetic(
    '_+_',
    (value) => isAddable(value) || value instanceof List,
    add,
    ...['bytes', 'double', 'duration', '(duration, timestamp) -> timestamp'],
    ...['(timestamp, duration) -> timestamp', 'int', 'list(A)', 'string', 'uint'],
  ),
  arithmetic(
    '_-_',
    isAddable,
    subtract,
    ...['double', 'duration', 'int', '(timestamp, duration) -> timestamp'],
    ...['(timestamp, timestamp) -> duration', 'uint'],
  ),
  arithmetic('_*_', isNumber, multiply, 'double', 'int', 'uint'),
  arithmetic('_/_', isNumber, divide, 'double', 'int', 'uint'),
  arithmetic('_%_', isDivisible, modulo, 'int', 'uint'),
  comparison('_<_', (order) => order < 0),
  comparison('_<=_', (order) => order <= 0),
  comparison('_>_', (order) => order > 0),
  comparison('_>=_', (order) => order >= 0),
];
