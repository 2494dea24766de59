import {
  BOOL,
  BYTES,
  type CelType,
  DOUBLE,
  DURATION,
  DYN,
  INT,
  listOf,
  mapOf,
  STRING,
  struct,
  TIMESTAMP,
} from '../types';
import { escapeName } from './escape';
import { isEmbedded, itemsOf, type StructuralSchema, valuesOf, withMetadata } from './structural';

const FORMATS: ReadonlyMap<string, CelType> = new Map([
  ['byte', BYTES],
  ['duration', DURATION],
  ['date', TIMESTAMP],
  ['date-time', TIMESTAMP],
]);

/** What `self` is called in messages; servers add a number that differs each time. */
const SELF = 'selfType';

/**
 * The type that expressions see of values of a structural schema (common.SchemaDeclType); undefined if they
 * do not see them.
 *
 * @param isRoot whether the values are objects with metadata
 */
export const schemaType = (schema: StructuralSchema, isRoot: boolean, name = SELF): CelType | undefined =>
  typeOf(isRoot ? withMetadata(schema) : schema, name);

function typeOf(schema: StructuralSchema, name: string): CelType | undefined {
  if (schema['x-kubernetes-int-or-string']) return DYN;
  switch (schema.type) {
    case 'array':
      return containerOf(itemsOf(schema), `${name}.@idx`, listOf);
    case 'object':
      return objectType(schema, name);
    case 'string':
      return FORMATS.get(schema.format ?? '') ?? STRING;
    case 'boolean':
      return BOOL;
    case 'number':
      return DOUBLE;
    case 'integer':
      return INT;
    default:
      return undefined;
  }
}

function containerOf(
  content: StructuralSchema | undefined,
  name: string,
  make: (type: CelType) => CelType,
): CelType | undefined {
  const type = content && schemaType(content, isEmbedded(content), name);
  return type && make(type);
}

function objectType(schema: StructuralSchema, name: string): CelType | undefined {
  const values = valuesOf(schema);
  if (values) return containerOf(values, `${name}.@elem`, (type) => mapOf(STRING, type));
  const fields = new Map<string, CelType>();
  for (const [property, inner] of Object.entries(schema.properties ?? {})) {
    const escaped = escapeName(property);
    const type = escaped && schemaType(inner, isEmbedded(inner), `${name}.${escaped}`);
    if (type) fields.set(escaped, type);
  }
  return struct(name, fields);
}
