import { List, MapValue } from './collections';
import { CelObject, type Value } from './value';

/** A value of JSON, whatever its type. */
export function jsonValue(value: unknown): Value {
  switch (typeof value) {
    case 'number':
      return Number.isInteger(value) ? BigInt(value) : value;
    case 'object':
      return objectValue(value);
    case 'bigint':
    case 'string':
    case 'boolean':
      return value;
    default:
      return null;
  }
}

function objectValue(value: object | null): Value {
  if (value === null || value instanceof CelObject || value instanceof Uint8Array) return value;
  return Array.isArray(value)
    ? new JsonList(value)
    : new JsonMap(value as { readonly [key: string]: unknown });
}

/** A list of JSON; an item becomes a value when it is asked for. */
class JsonList extends List {
  private readonly made: Value[] = [];

  constructor(private readonly source: readonly unknown[]) {
    super();
  }

  get size(): number {
    return this.source.length;
  }

  at(index: number): Value {
    return (this.made[index] ??= jsonValue(this.source[index]));
  }
}

/** A map of JSON; a value is made when it is asked for. */
class JsonMap extends MapValue {
  private readonly made = new Map<string, Value>();

  constructor(private readonly source: { readonly [key: string]: unknown }) {
    super();
  }

  get size(): number {
    return Object.keys(this.source).length;
  }

  find(key: Value): Value | undefined {
    if (typeof key !== 'string' || !Object.hasOwn(this.source, key)) return undefined;
    let value = this.made.get(key);
    if (value === undefined) this.made.set(key, (value = jsonValue(this.source[key])));
    return value;
  }

  keys(): readonly Value[] {
    return Object.keys(this.source);
  }
}

/** JSON of a value; undefined if it has none. */
export function toJson(value: Value): unknown {
  if (value instanceof List) return value.items.map(toJson);
  if (value instanceof MapValue) {
    return Object.fromEntries(value.keys().map((key) => [String(key), toJson(value.find(key)!)]));
  }
  return value;
}
