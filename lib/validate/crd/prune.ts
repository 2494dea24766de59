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
export function prune(value: unknown, schema: Schema | undefined, isResource = isEmbedded(schema)): boolean {
  return pruned(value, schema, isResource, schema?.['x-kubernetes-preserve-unknown-fields'] === true);
}

/** @param keeps whether unknown fields stay: in the items of a list, too, but not in fields that are known */
function pruned(value: unknown, schema: Schema | undefined, isResource: boolean, keeps: boolean): boolean {
  if (Array.isArray(value)) return pruneItems(value, schema, keeps);
  return typeof value === 'object' && value !== null
    ? pruneFields(value as Fields, schema, isResource, keeps)
    : false;
}

function pruneItems(items: readonly unknown[], schema: Schema | undefined, keeps: boolean): boolean {
  const inner = schema && itemsOf(schema);
  let changed = false;
  for (const item of items) {
    if (!keeps) changed = prune(item, inner) || changed;
    else if (inner) changed = pruned(item, inner, isEmbedded(inner), true) || changed;
  }
  return changed;
}

function pruneFields(
  value: Fields,
  schema: Schema | undefined,
  isResource: boolean,
  keeps: boolean,
): boolean {
  let changed = false;
  for (const name of Object.keys(value)) {
    if (isResource && META_FIELDS.has(name)) continue;
    const property = schema && propertyOf(schema, name);
    if (property || schema?.additionalProperties !== undefined) {
      changed = prune(value[name], property ?? valuesOf(schema!)) || changed;
    } else if (!keeps) {
      delete value[name];
      changed = true;
    }
  }
  return changed;
}
