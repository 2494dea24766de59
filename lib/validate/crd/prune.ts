import { FieldPath } from '../path';
import { isEmbedded, itemsOf, META_FIELDS, propertyOf, type Schema, valuesOf } from './schema';

interface Fields {
  [name: string]: unknown;
}

/**
 * Removes what the schema does not know from a value, and returns whether there was anything (pruning.Prune,
 * pkg/apiserver/schema/pruning 1.30 to 1.37).
 *
 * @param isResource whether the value itself is an object with metadata
 */
export const prune = (value: unknown, schema: Schema | undefined, isResource = isEmbedded(schema)): boolean =>
  unknownFields(value, schema, isResource).length > 0;

/** The same, with the paths of what was removed. */
export function unknownFields(
  value: unknown,
  schema: Schema | undefined,
  isResource = isEmbedded(schema),
): readonly UnknownField[] {
  const removed: UnknownField[] = [];
  new Pruning(removed).value(value, schema, isResource, FieldPath.ROOT);
  return removed;
}

/** A field that was removed, its value, and the schema of what held it. */
export interface UnknownField {
  readonly path: FieldPath;
  readonly value: unknown;
  readonly holder?: Schema;
}

class Pruning {
  constructor(private readonly removed: UnknownField[]) {}

  value(value: unknown, schema: Schema | undefined, isResource: boolean, at: FieldPath): void {
    this.known(value, schema, isResource, schema?.['x-kubernetes-preserve-unknown-fields'] === true, at);
  }

  /** @param keeps whether unknown fields stay: in items of a list, too, but not in fields that are known */
  private known(
    value: unknown,
    schema: Schema | undefined,
    isResource: boolean,
    keeps: boolean,
    at: FieldPath,
  ): void {
    if (Array.isArray(value)) {
      this.items(value, schema, keeps, at);
    } else if (typeof value === 'object' && value !== null) {
      this.fields(value as Fields, schema, isResource, keeps, at);
    }
  }

  private items(items: readonly unknown[], schema: Schema | undefined, keeps: boolean, at: FieldPath): void {
    const inner = schema && itemsOf(schema);
    items.forEach((item, index) => {
      if (!keeps) this.value(item, inner, isEmbedded(inner), at.index(index));
      else if (inner) this.known(item, inner, isEmbedded(inner), true, at.index(index));
    });
  }

  private fields(
    value: Fields,
    schema: Schema | undefined,
    isResource: boolean,
    keeps: boolean,
    at: FieldPath,
  ): void {
    for (const name of Object.keys(value)) {
      if (isResource && META_FIELDS.has(name)) continue;
      const property = schema && propertyOf(schema, name);
      if (property || schema?.additionalProperties !== undefined) {
        const inner = property ?? valuesOf(schema!);
        this.value(value[name], inner, isEmbedded(inner), at.field(name));
      } else if (!keeps) {
        this.removed.push({ path: at.field(name), value: value[name], holder: schema });
        delete value[name];
      }
    }
  }
}
