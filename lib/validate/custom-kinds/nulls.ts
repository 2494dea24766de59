import { copied } from '../../object/copied';
import { isMap } from '../../object/value-at';
import { itemsOf, propertyOf, type Schema, valuesOf } from '../crd/schema';

interface Fields {
  [name: string]: unknown;
}

const schemaOf = (schema: Schema | undefined, name: string) =>
  schema && (propertyOf(schema, name) ?? valuesOf(schema));

const isNotNullable = (value: unknown, schema: Schema | undefined) =>
  value === null && schema !== undefined && !schema.nullable;

const hasDefault = (schema: Schema): boolean => schema.default !== undefined && schema.default !== null;

/**
 * Removes nulls where none may be, unless there is a default (PruneNonNullableNullsWithoutDefaults,
 * pkg/apiserver/schema/defaulting 1.30 to 1.37).
 */
export function pruneNulls(value: unknown, schema: Schema | undefined): void {
  if (Array.isArray(value)) {
    for (const item of value) pruneNulls(item, schema && itemsOf(schema));
  } else if (isMap(value)) {
    for (const name of Object.keys(value)) {
      const inner = schemaOf(schema, name);
      if (isNotNullable(value[name], inner) && !hasDefault(inner!)) delete (value as Fields)[name];
      else pruneNulls(value[name], inner);
    }
  }
}

/** Fills in defaults (Default, pkg/apiserver/schema/defaulting 1.30 to 1.37). */
export function fillDefaults(value: unknown, schema: Schema | undefined): void {
  if (!schema) return;
  if (Array.isArray(value)) fillItems(value, itemsOf(schema));
  else if (isMap(value)) fillFields(value as Fields, schema);
}

function fillItems(items: unknown[], schema: Schema | undefined): void {
  items.forEach((item, index) => {
    if (isNotNullable(item, schema)) items[index] = defaultOf(schema!);
    fillDefaults(items[index], schema);
  });
}

function fillFields(value: Fields, schema: Schema): void {
  const { properties = {} } = schema;
  for (const name of Object.keys(properties)) {
    const property = properties[name];
    if (!hasDefault(property)) continue;
    if (!Object.hasOwn(value, name) || isNotNullable(value[name], property)) {
      value[name] = defaultOf(property);
    }
  }
  for (const name of Object.keys(value)) {
    const inner = schemaOf(schema, name);
    if (!propertyOf(schema, name) && isNotNullable(value[name], inner)) value[name] = defaultOf(inner!);
    fillDefaults(value[name], inner);
  }
}

/** Null if there is none. */
const defaultOf = (schema: Schema): unknown => copied(schema.default ?? null);
