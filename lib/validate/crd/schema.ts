import type { JSONSchemaProps } from '../schema/types';

/**
 * A schema of a CustomResourceDefinition, decoded. It is structural if `judgeStructure` reports nothing, and
 * can be taken for one if it has no `conversionFault`.
 */
export type Schema = JSONSchemaProps;

/** The schema of the items of a list; absent if there are several, too. */
export const itemsOf = ({ items }: Schema): Schema | undefined => (Array.isArray(items) ? undefined : items);

/** Whether a schema says that its values are objects with metadata of their own. */
export const isEmbedded = (schema: Schema | undefined): boolean =>
  schema?.['x-kubernetes-embedded-resource'] === true;

/** Fields that every object has, embedded or not. */
export const META_FIELDS: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

/** The schema of the values of a map. */
export const valuesOf = ({ additionalProperties }: Schema): Schema | undefined =>
  typeof additionalProperties === 'object' ? additionalProperties : undefined;

/** The schema of a property; the names of properties may be those of an object's own methods. */
export const propertyOf = ({ properties }: Schema, name: string): Schema | undefined =>
  properties && Object.hasOwn(properties, name) ? properties[name] : undefined;

/** Whether a map has any entry. */
export const hasEntries = (map: object | undefined): boolean =>
  map !== undefined && Object.keys(map).length > 0;

/** Schemas that a value has to meet besides the schema itself. */
export function* nestedIn({ allOf = [], anyOf = [], oneOf = [], not }: Schema): Generator<Schema> {
  if (not) yield not;
  yield* allOf;
  yield* anyOf;
  yield* oneOf;
}

/** A schema and the way to it from the one that holds it: a field, then an index or a key. */
export interface PlacedSchema {
  readonly schema: Schema;
  readonly way: readonly (string | number)[];
}

/** Fields that hold schemas. */
const HOLDERS: ReadonlySet<string> = new Set([
  'additionalItems',
  'additionalProperties',
  'allOf',
  'anyOf',
  'definitions',
  'dependencies',
  'items',
  'not',
  'oneOf',
  'patternProperties',
  'properties',
]);

const HOLD_ONE: ReadonlySet<string> = new Set(['additionalItems', 'additionalProperties', 'items', 'not']);

/** All schemas directly below one (SchemaHas, pkg/apis/apiextensions/validation 1.36). */
export function placedSchemasIn(schema: Schema): PlacedSchema[] {
  const found: PlacedSchema[] = [];
  for (const name of Object.keys(schema)) {
    const value = HOLDERS.has(name) ? schema[name as keyof Schema] : undefined;
    if (Array.isArray(value)) {
      value.forEach((inner, index) => found.push({ schema: inner as Schema, way: [name, index] }));
    } else if (typeof value === 'object' && HOLD_ONE.has(name)) {
      found.push({ schema: value as Schema, way: [name] });
    } else if (typeof value === 'object') {
      for (const [key, inner] of Object.entries(value as { readonly [key: string]: Schema | string[] })) {
        if (!Array.isArray(inner)) found.push({ schema: inner, way: [name, key] });
      }
    }
  }
  return found;
}
