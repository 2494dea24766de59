import { CelEvaluationError } from '../errors';
import { goFloat } from '../../go/float';
import { compareBytes } from '../../go/format';

/** A value of CEL: an int is a bigint, a double a number, bytes a Uint8Array. */
export type Value = bigint | number | string | boolean | null | Uint8Array | CelObject;

/** Values that JavaScript has no type of its own for. */
export abstract class CelObject {
  /** What `type(x)` shows. */
  abstract readonly typeName: string;

  abstract equals(other: Value): boolean;

  /** How it sorts; undefined if the other one is of another type. */
  compareTo(_other: Value): number | undefined {
    return undefined;
  }

  /** Whether `optional.ofNonZeroValue` takes it for nothing. */
  get isZero(): boolean {
    return false;
  }

  /** How a message shows it (Go's `%v`). */
  abstract toString(): string;
}

export const fail = (message: string): never => {
  throw new CelEvaluationError(message);
};

export const noSuchOverload = (): never => fail('no such overload');

export function typeNameOf(value: Value): string {
  switch (typeof value) {
    case 'bigint':
      return 'int';
    case 'number':
      return 'double';
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    default:
      if (value === null) return 'null_type';
      return value instanceof CelObject ? value.typeName : 'bytes';
  }
}

/** Whether two values are equal, whatever their types (types.Equal). */
export function isEqual(one: Value, other: Value): boolean {
  if (one === null || other === null) return one === other;
  if (one instanceof CelObject) return one.equals(other);
  if (typeof one === typeof other && typeof one !== 'object') return one === other;
  if (one instanceof Uint8Array) return other instanceof Uint8Array && Buffer.compare(one, other) === 0;
  if (isNumber(one)) {
    return isNumber(other) && !isNaN(one) && !isNaN(other) && compareNumbers(one, other) === 0;
  }
  return false;
}

/** An unsigned integer is an object with its value. */
export abstract class Unsigned extends CelObject {
  abstract readonly value: bigint;
}

type AnyNumber = bigint | number | Unsigned;

export const isNumber = (value: Value): value is AnyNumber =>
  typeof value === 'bigint' || typeof value === 'number' || value instanceof Unsigned;

const isNaN = (value: AnyNumber) => typeof value === 'number' && Number.isNaN(value);

const plain = (value: AnyNumber): bigint | number => (value instanceof Unsigned ? value.value : value);

/** Numbers of several types compare by their values; a double and an integer as doubles. */
export function compareNumbers(one: AnyNumber, other: AnyNumber): number {
  const a = plain(one);
  const b = plain(other);
  if (typeof a === typeof b) return order(a, b);
  return order(Number(a), Number(b));
}

const order = (a: bigint | number, b: bigint | number) => (a < b ? -1 : a > b ? 1 : 0);

/** How two values sort; a fault if they do not. */
export function compare(one: Value, other: Value): number {
  if (isNumber(one) && isNumber(other)) {
    if (isNaN(one) || isNaN(other)) fail('NaN values cannot be ordered');
    return compareNumbers(one, other);
  }
  if (typeof one === 'string' && typeof other === 'string') return compareBytes(one, other);
  return compareOthers(one, other) ?? noSuchOverload();
}

function compareOthers(one: Value, other: Value): number | undefined {
  if (typeof one === 'boolean' && typeof other === 'boolean') return Number(one) - Number(other);
  if (one instanceof Uint8Array && other instanceof Uint8Array) return Buffer.compare(one, other);
  return one instanceof CelObject ? one.compareTo(other) : undefined;
}

/** A value as a message shows it (Go's `%v`). */
export function show(value: Value): string {
  if (value instanceof Uint8Array) return `[${value.join(' ')}]`;
  if (typeof value === 'number') return formatDouble(value);
  return value === null ? 'NULL_VALUE' : String(value);
}

/** A double as Go's `%g` shows it. */
export function formatDouble(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  return Object.is(value, -0) ? '-0' : goFloat(value);
}
