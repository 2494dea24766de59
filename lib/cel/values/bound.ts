import { jsonValue } from './json';
import { Optional } from './scalars';
import type { Value } from './value';

/** A value that has its type already, as `schemaValue` makes it. */
export class BoundValue {
  private made: { readonly value: Value } | undefined;

  constructor(private readonly make: () => Value) {}

  /**
   * @throws CelEvaluationError if it is not what its schema says
   */
  get value(): Value {
    return (this.made ??= { value: this.make() }).value;
  }
}

/** The value of a variable of an optional type that has none. */
export const NO_VALUE = new BoundValue(() => Optional.NONE);

/** A variable's value: JSON, or one that has its type. */
export const variableValue = (value: unknown): Value =>
  value instanceof BoundValue ? value.value : jsonValue(value);
