import { CelEvaluationError, CelNotSupported } from '../errors';
import { spend } from './meter';
import {
  CelObject,
  fail,
  isEqual,
  isNumber,
  noSuchOverload,
  show,
  typeNameOf,
  Unsigned,
  type Value,
} from './value';

/** The most items that a list or map made by an expression may have. */
const MOST_ITEMS = 1_000_000;

/** A list; its items may be made when they are asked for. */
export abstract class List extends CelObject {
  readonly typeName = 'list';
  abstract readonly size: number;

  abstract at(index: number): Value;

  override get isZero(): boolean {
    return this.size === 0;
  }

  get items(): readonly Value[] {
    return Array.from({ length: this.size }, (_, index) => this.at(index));
  }

  equals(other: Value): boolean {
    if (!(other instanceof List) || other.size !== this.size) return false;
    for (let index = 0; index < this.size; index++) {
      if (!equalOr(this.at(index), other.at(index), true)) return false;
    }
    return true;
  }

  contains(value: Value): boolean {
    for (let index = 0; index < this.size; index++) {
      if (equalOr(value, this.at(index), false)) return true;
    }
    return false;
  }

  concat(other: Value): List {
    if (!(other instanceof List)) return noSuchOverload();
    if (this.size + other.size > MOST_ITEMS) throw tooLarge();
    spend(this.size + other.size);
    return new ListValue([...this.items, ...other.items]);
  }

  toString(): string {
    return `[${this.items.map(show).join(', ')}]`;
  }
}

export const tooLarge = () =>
  new CelNotSupported('the expression', 'makes a value that is too large to be evaluated here');

/** Whether two values are equal, or what cel-go takes for it if they cannot be compared. */
function equalOr(one: Value, other: Value, otherwise: boolean): boolean {
  spend(1);
  try {
    return isEqual(one, other);
  } catch (error) {
    if (error instanceof CelEvaluationError) return otherwise;
    throw error;
  }
}

export class ListValue extends List {
  constructor(protected readonly content: readonly Value[]) {
    super();
  }

  get size(): number {
    return this.content.length;
  }

  override get items(): readonly Value[] {
    return this.content;
  }

  at(index: number): Value {
    return this.content[index];
  }
}

/** A list that a loop fills: what is added is appended to itself. */
export class GrowingList extends ListValue {
  constructor(protected override readonly content: Value[] = []) {
    super(content);
  }

  override concat(other: Value): List {
    if (!(other instanceof List)) return noSuchOverload();
    if (this.size + other.size > MOST_ITEMS) throw tooLarge();
    for (let index = 0; index < other.size; index++) this.content.push(other.at(index));
    return this;
  }
}

/** A map, or an object with a schema. */
export abstract class MapValue extends CelObject {
  readonly typeName = 'map';
  abstract readonly size: number;

  abstract find(key: Value): Value | undefined;

  abstract keys(): readonly Value[];

  override get isZero(): boolean {
    return this.size === 0;
  }

  equals(other: Value): boolean {
    if (!(other instanceof MapValue) || other.size !== this.size) return false;
    return this.keys().every((key) => {
      const value = other.find(key);
      return value !== undefined && equalOr(this.find(key)!, value, true);
    });
  }

  toString(): string {
    return `{${this.keys()
      .map((key) => `${show(key)}: ${show(this.find(key)!)}`)
      .join(', ')}}`;
  }
}

/** Keys that are equal are the same: numbers of all types by their value. */
function canonical(key: Value): unknown {
  if (!isNumber(key)) return key;
  if (key instanceof Unsigned) return key.value;
  return typeof key === 'number' && Number.isInteger(key) ? BigInt(key) : key;
}

export class Dictionary extends MapValue {
  private readonly entries = new Map<unknown, readonly [key: Value, value: Value]>();

  constructor(entries: Iterable<readonly [key: Value, value: Value]> = []) {
    super();
    for (const [key, value] of entries) this.set(key, value);
  }

  get size(): number {
    return this.entries.size;
  }

  /** Sets an entry while the map is made. */
  set(key: Value, value: Value): void {
    this.entries.set(canonical(key), [key, value]);
  }

  find(key: Value): Value | undefined {
    return this.entries.get(canonical(key))?.[1];
  }

  keys(): readonly Value[] {
    return Array.from(this.entries.values(), ([key]) => key);
  }

  delete(key: Value): void {
    this.entries.delete(canonical(key));
  }
}

/** A map that a loop fills. */
export class GrowingMap extends Dictionary {
  insert(key: Value, value: Value): this {
    if (this.find(key) !== undefined) fail(`insert failed: key ${show(key)} already exists`);
    if (this.size >= MOST_ITEMS) throw tooLarge();
    this.set(key, value);
    return this;
  }
}

/** The index that a value means: doubles and unsigned integers may do. */
export function indexOf(value: Value): number {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Unsigned) return Number(value.value);
  if (typeof value === 'number') {
    return Number.isInteger(value) ? value : fail(`unsupported index value ${show(value)} in list`);
  }
  return fail(`unsupported index type '${typeNameOf(value)}' in list`);
}
