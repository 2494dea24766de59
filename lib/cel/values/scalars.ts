import type { CelType } from '../types';
import { CelObject, fail, isEqual, show, Unsigned, type Value } from './value';

export class Uint extends Unsigned {
  readonly typeName = 'uint';

  constructor(readonly value: bigint) {
    super();
  }

  override get isZero(): boolean {
    return this.value === 0n;
  }

  equals(other: Value): boolean {
    if (other instanceof Uint) return other.value === this.value;
    return typeof other === 'bigint' || typeof other === 'number' ? isEqual(other, this) : false;
  }

  toString(): string {
    return String(this.value);
  }
}

/** A type as a value. */
export class TypeValue extends CelObject {
  readonly typeName = 'type';

  constructor(readonly name: string) {
    super();
  }

  static of({ name }: CelType): TypeValue {
    return new TypeValue(name);
  }

  equals(other: Value): boolean {
    return other instanceof TypeValue && other.name === this.name;
  }

  toString(): string {
    return this.name;
  }
}

export class Optional extends CelObject {
  static readonly NONE = new Optional(undefined);
  readonly typeName = 'optional_type';

  private constructor(private readonly content: { readonly value: Value } | undefined) {
    super();
  }

  static of(value: Value): Optional {
    return new Optional({ value });
  }

  get hasValue(): boolean {
    return this.content !== undefined;
  }

  get value(): Value {
    return this.content ? this.content.value : fail('optional.none() dereference');
  }

  equals(other: Value): boolean {
    if (!(other instanceof Optional)) return false;
    if (!this.content || !other.content) return this.content === other.content;
    return isEqual(this.content.value, other.content.value);
  }

  toString(): string {
    return this.content ? `optional(${show(this.content.value)})` : 'optional.none()';
  }
}
