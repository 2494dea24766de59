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

/** The variables of an evaluation; each becomes a value when it is asked for. */
export class BoundVariables {
  private readonly made = new Map<string, Value>();

  constructor(private readonly given: { readonly [name: string]: unknown }) {}

  /** @throws CelEvaluationError if it is not what its schema says */
  get(name: string): Value | undefined {
    if (!Object.hasOwn(this.given, name)) return undefined;
    let value = this.made.get(name);
    if (value === undefined) this.made.set(name, (value = valueOf(this.given[name])));
    return value;
  }
}

/** JSON, or a value that has its type. */
const valueOf = (value: unknown): Value => (value instanceof BoundValue ? value.value : jsonValue(value));
