import { List, MapValue } from '../values/collections';
import { spend } from '../values/meter';
import { fail, isEqual, noSuchOverload, show, typeNameOf, type Value } from '../values/value';
import { escapeName } from './escape';

/** A list of a schema; items that cannot be compared are a fault. */
export class SchemaList extends List {
  private readonly made: Value[] = [];

  constructor(
    readonly size: number,
    private readonly make: (index: number) => Value,
  ) {
    super();
  }

  at(index: number): Value {
    const known = this.made[index];
    return known === undefined ? (this.made[index] = this.make(index)) : known;
  }

  override equals(other: Value): boolean {
    if (!(other instanceof List)) return noSuchOverload();
    spend(this.size);
    return this.size === other.size && this.items.every((item, index) => isEqual(item, other.at(index)));
  }

  override contains(value: Value): boolean {
    spend(this.size);
    return this.items.some((item) => isEqual(item, value));
  }
}

/** Keys are texts that are made of items. */
const STEPS_PER_KEY = 8;

/** A list whose items have a key, each in its own way: their order does not matter. */
abstract class KeyedList extends SchemaList {
  protected abstract keyOf(item: Value): string;

  protected abstract replaces: boolean;

  /** A list of the same kind with other items. */
  protected abstract withItems(items: readonly Value[]): List;

  private keyed?: ReadonlyMap<string, Value>;

  private byKey(): ReadonlyMap<string, Value> {
    return (this.keyed ??= new Map(this.items.map((item) => [this.keyOf(item), item])));
  }

  override equals(other: Value): boolean {
    if (!(other instanceof List)) return noSuchOverload();
    if (this.size !== other.size) return false;
    spend(this.size * STEPS_PER_KEY);
    const mine = this.byKey();
    const seen = new Set<string>();
    for (const item of other.items) {
      const key = this.keyOf(item);
      const own = mine.get(key);
      if (own === undefined || !isEqual(own, item)) return false;
      seen.add(key);
    }
    return seen.size === mine.size;
  }

  /** Items with known keys stay where they are. */
  override concat(other: Value): List {
    if (!(other instanceof List)) return noSuchOverload();
    spend(this.size + other.size);
    const merged = new Map(this.byKey());
    for (const item of other.items) {
      const key = this.keyOf(item);
      if (this.replaces || !merged.has(key)) merged.set(key, item);
    }
    return this.withItems([...merged.values()]);
  }
}

/** `x-kubernetes-list-type: set` */
export class SchemaSetList extends KeyedList {
  protected readonly replaces = false;

  protected keyOf(item: Value): string {
    if (item instanceof List || item instanceof MapValue) {
      return fail('listSet operations are only supported on lists of scalar values');
    }
    return `${typeNameOf(item)} ${show(item)}`;
  }

  protected withItems(items: readonly Value[]): List {
    return new SchemaSetList(items.length, (index) => items[index]);
  }
}

/** `x-kubernetes-list-type: map` */
export class SchemaMapList extends KeyedList {
  protected readonly replaces = true;
  private readonly keys: readonly string[];

  constructor(size: number, make: (index: number) => Value, keys: readonly string[]) {
    super(size, make);
    this.keys = keys.map((key) => escapeName(key) ?? key);
  }

  protected keyOf(item: Value): string {
    const parts = this.keys.map((key) => (item instanceof MapValue ? item.find(key) : undefined));
    return JSON.stringify(
      parts.map((part) => (part === undefined ? null : `${typeNameOf(part)} ${show(part)}`)),
    );
  }

  protected withItems(items: readonly Value[]): List {
    return new SchemaMapList(items.length, (index) => items[index], this.keys);
  }
}
