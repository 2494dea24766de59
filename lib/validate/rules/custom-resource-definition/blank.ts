import { itemsOf, type Schema } from '../../crd/schema';

/*
 * Which parts of a schema say something, as Go compares structs: a list that is there and empty is not the
 * same as none.
 */

/** Parts that structural schemas do not have. */
const NOT_STRUCTURAL: ReadonlySet<string> = new Set([
  '$ref',
  '$schema',
  'additionalItems',
  'definitions',
  'dependencies',
  'id',
  'patternProperties',
]);

/** Lists that are none if they are empty. */
const COPIED: ReadonlySet<string> = new Set(['allOf', 'anyOf', 'enum', 'oneOf']);

/** Pointers: an empty text is one, too. */
const POINTERS: ReadonlySet<string> = new Set(['x-kubernetes-list-type', 'x-kubernetes-map-type']);

function isBlank(schema: Schema, name: string, minor: number): boolean {
  const value = schema[name as keyof Schema];
  if (value === undefined || NOT_STRUCTURAL.has(name)) return true;
  if (name === 'items') return itemsOf(schema) === undefined;
  if (name === 'example' || name === 'externalDocs') return minor < 36;
  if (COPIED.has(name)) return !(value as readonly unknown[]).length;
  return name !== 'additionalProperties' && !POINTERS.has(name) && (value === '' || value === false);
}

/** Whether a nested schema has a type and nothing else. */
export const isOnlyType = (schema: Schema, type: string): boolean =>
  schema.type === type &&
  Object.keys(schema).every(
    (name) =>
      name === 'type' ||
      (name === 'additionalProperties' && schema.additionalProperties === false) ||
      // An example counts in the newest minors only, where nobody writes one.
      isBlank(schema, name, 36),
  );

/** Whether the schema of metadata has a type, a default, name and generateName, and nothing else. */
export const saysNothing = (schema: Schema, minor: number): boolean =>
  Object.keys(schema).every(
    (name) =>
      name === 'type' ||
      name === 'default' ||
      (name === 'properties' && hasNamesOnly(schema)) ||
      isBlank(schema, name, minor),
  );

const hasNamesOnly = ({ properties = {} }: Schema) =>
  Object.keys(properties).every((name) => name === 'name' || name === 'generateName');
