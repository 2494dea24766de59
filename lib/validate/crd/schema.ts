import type { JSONSchemaProps } from '../schema/types';

/**
 * A schema of a CustomResourceDefinition, decoded. It is structural if `judgeStructure` reports nothing, and
 * can be taken for one if it has no `conversionFault`.
 */
export type Schema = JSONSchemaProps;

/** The schema of the items of a list; absent if there are several, too. */
export const itemsOf = ({ items }: Schema): Schema | undefined => (Array.isArray(items) ? undefined : items);

/** The schema of the values of a map. */
export const valuesOf = ({ additionalProperties }: Schema): Schema | undefined =>
  typeof additionalProperties === 'object' ? additionalProperties : undefined;

/** The schema of a property; the names of properties may be those of an object's own methods. */
export const propertyOf = ({ properties }: Schema, name: string): Schema | undefined =>
  properties && Object.hasOwn(properties, name) ? properties[name] : undefined;

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

const LISTS = ['allOf', 'anyOf', 'oneOf'] as const;
const MAPS = ['properties', 'patternProperties', 'definitions', 'dependencies'] as const;

/** All schemas directly below one (SchemaHas, pkg/apis/apiextensions/validation 1.36). */
export function* placedSchemasIn(schema: Schema): Generator<PlacedSchema> {
  for (const name of ['items', ...LISTS] as const) {
    const list = schema[name];
    if (Array.isArray(list)) {
      for (const [index, item] of list.entries()) yield { schema: item, way: [name, index] };
    } else if (list) {
      yield { schema: list, way: [name] };
    }
  }
  for (const name of ['not', 'additionalProperties', 'additionalItems'] as const) {
    const inner = schema[name];
    if (typeof inner === 'object') yield { schema: inner, way: [name] };
  }
  for (const name of MAPS) {
    const map = schema[name] ?? {};
    for (const key of Object.keys(map)) {
      const inner = map[key];
      if (!Array.isArray(inner)) yield { schema: inner, way: [name, key] };
    }
  }
}
