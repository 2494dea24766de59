import { isDeepEqual } from '../../object/is-deep-equal';
import { MapValue } from '../values/collections';
import { spend } from '../values/meter';
import { isEqual, noSuchOverload, type Value } from '../values/value';
import { escapeName, unescapeName } from './escape';
import type { StructuralSchema } from './structural';

type Source = { readonly [name: string]: unknown };

/** An object or map of a schema. */
export class SchemaMap extends MapValue {
  private readonly made = new Map<string, Value>();

  constructor(
    private readonly source: Source,
    private readonly schemaOf: (name: string) => StructuralSchema | undefined,
    /** Whether it has properties, whose names are escaped. */
    private readonly isObject: boolean,
    private readonly convert: (value: unknown, schema: StructuralSchema) => Value,
  ) {
    super();
  }

  get size(): number {
    return Object.keys(this.source).length;
  }

  find(key: Value): Value | undefined {
    if (typeof key !== 'string') return noSuchOverload();
    const name = this.isObject ? unescapeName(key) : key;
    return name === undefined ? undefined : this.property(name);
  }

  private property(name: string): Value | undefined {
    if (!Object.hasOwn(this.source, name)) return undefined;
    const known = this.made.get(name);
    if (known !== undefined) return known;
    const raw = this.source[name];
    const schema = this.schemaOf(name);
    // A field that is null is as one that is not there.
    if (!schema || raw === undefined || (this.isObject && raw === null)) return undefined;
    const value = this.convert(raw, schema);
    this.made.set(name, value);
    return value;
  }

  keys(): readonly Value[] {
    const names = Object.keys(this.source).filter((name) => this.schemaOf(name));
    return this.isObject ? names.map((name) => escapeName(name) ?? name) : names;
  }

  override equals(other: Value): boolean {
    if (!(other instanceof MapValue)) return noSuchOverload();
    if (this.size !== other.size) return false;
    spend(this.size);
    return Object.keys(this.source).every((name) =>
      this.schemaOf(name) ? this.isSameField(name, other) : this.isSameUnknown(name, other),
    );
  }

  private isSameField(name: string, other: MapValue): boolean {
    const value = this.find(name);
    const otherValue = other.find(name);
    if (value === undefined || otherValue === undefined) return value === otherValue;
    return isEqual(value, otherValue);
  }

  /** What no schema describes is compared as it is. */
  private isSameUnknown(name: string, other: MapValue): boolean {
    if (!(other instanceof SchemaMap)) return noSuchOverload();
    return !Object.hasOwn(other.source, name) || isDeepEqual(this.source[name], other.source[name]);
  }
}
