import { parseQuantity } from '../../apimachinery/parse-quantity';
import { Quantity } from '../../apimachinery/quantity';
import { fail } from '../values/value';
import { type Library, typed } from './declare';
import { Opaque } from './opaque';

class QuantityValue extends Opaque<QuantityValue> {
  readonly typeName = 'kubernetes.Quantity';

  constructor(readonly quantity: Quantity) {
    super();
  }

  protected isSame(other: QuantityValue): boolean {
    return compareTo(this, other) === 0n;
  }

  toString(): string {
    return String(this.quantity);
  }
}

function quantityOf(text: string): QuantityValue {
  const quantity = parsed(text);
  return typeof quantity === 'string' ? fail(quantity) : new QuantityValue(quantity);
}

/** Spaces around it are no part of a quantity here. */
const parsed = (text: string) => (text.trim() === text ? parseQuantity(text) : parseQuantity(`${text}!`));

const compareTo = ({ quantity }: QuantityValue, { quantity: other }: QuantityValue) =>
  BigInt(Math.sign(quantity.compare(other)));

const whole = (value: bigint) => new QuantityValue(new Quantity(value, 0, 'exponent'));

const add = ({ quantity }: QuantityValue, { quantity: other }: QuantityValue) =>
  new QuantityValue(quantity.plus(other));

const subtract = (one: QuantityValue, { quantity }: QuantityValue) =>
  new QuantityValue(one.quantity.plus(quantity.negated()));

function asInteger({ quantity }: QuantityValue): bigint {
  return quantity.exactInteger() ?? fail('cannot convert value to integer');
}

/** Quantities (library.Quantity). */
export const QUANTITIES: readonly Library[] = [
  typed({
    'quantity(string) -> kubernetes.Quantity': quantityOf,
    'isQuantity(string) -> bool': (text: string) => typeof parsed(text) !== 'string',
    'sign(kubernetes.Quantity) -> int': ({ quantity }: QuantityValue) => BigInt(quantity.sign()),
    'kubernetes.Quantity.isGreaterThan(kubernetes.Quantity) -> bool': (a: QuantityValue, b: QuantityValue) =>
      compareTo(a, b) > 0n,
    'kubernetes.Quantity.isLessThan(kubernetes.Quantity) -> bool': (a: QuantityValue, b: QuantityValue) =>
      compareTo(a, b) < 0n,
    'kubernetes.Quantity.compareTo(kubernetes.Quantity) -> int': compareTo,
    'kubernetes.Quantity.asApproximateFloat() -> double': ({ quantity }: QuantityValue) =>
      quantity.approximate(),
    'kubernetes.Quantity.asInteger() -> int': asInteger,
    'kubernetes.Quantity.isInteger() -> bool': ({ quantity }: QuantityValue) =>
      quantity.exactInteger() !== undefined,
    'kubernetes.Quantity.add(kubernetes.Quantity) -> kubernetes.Quantity': add,
    'kubernetes.Quantity.add(int) -> kubernetes.Quantity': (a: QuantityValue, b: bigint) => add(a, whole(b)),
    'kubernetes.Quantity.sub(kubernetes.Quantity) -> kubernetes.Quantity': subtract,
    'kubernetes.Quantity.sub(int) -> kubernetes.Quantity': (a: QuantityValue, b: bigint) =>
      subtract(a, whole(b)),
  }),
];
