import { isDeepEqual } from '../../object/is-deep-equal';
import { BoundValue } from '../values/bound';
import { CelObject, fail, type Value } from '../values/value';
import { SchemaList, SchemaMapList, SchemaSetList } from './lists';
import { SchemaMap } from './map';
import { dateOf, dateTimeOf, openApiDuration } from './moments';
import { isEmbedded, itemsOf, type StructuralSchema, valuesOf, withMetadata } from './structural';

/**
 * A value with the types that its schema says (common.UnstructuredToVal). Parts are converted when they are
 * asked for.
 */
export const schemaValue = (value: unknown, schema: StructuralSchema): BoundValue =>
  new BoundValue(() => valueOf(value, schema));

/** @throws CelEvaluationError if the value is not of the schema's type */
export function valueOf(value: unknown, schema: StructuralSchema): Value {
  if (value === null || value === undefined) {
    return schema.nullable ? null : fail('invalid data, got null for schema with nullable=false');
  }
  if (schema['x-kubernetes-int-or-string']) return intOrString(value);
  switch (schema.type) {
    case 'object':
      return objectOf(value, schema);
    case 'array':
      return listFrom(value, schema);
    case 'string':
      return textOf(value, schema.format);
    default:
      return scalarOf(value, schema);
  }
}

function scalarOf(value: unknown, schema: StructuralSchema): Value {
  switch (schema.type) {
    case 'number':
      return isNumeric(value) ? Number(value) : wrongType('float', value);
    case 'integer':
      return isWhole(value) ? BigInt(value) : wrongType('int', value);
    case 'boolean':
      return typeof value === 'boolean' ? value : wrongType('bool', value);
    default:
      return unknownType(value, schema);
  }
}

const isNumeric = (value: unknown): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint';

const isWhole = (value: unknown): value is number | bigint =>
  typeof value === 'bigint' || Number.isInteger(value);

const GO_TYPES: { readonly [type: string]: string } = {
  string: 'string',
  boolean: 'bool',
  bigint: 'int64',
};

function goType(value: unknown): string {
  if (typeof value === 'number') return Number.isInteger(value) ? 'int64' : 'float64';
  return GO_TYPES[typeof value] ?? (Array.isArray(value) ? '[]interface {}' : 'map[string]interface {}');
}

const wrongType = (wanted: string, value: unknown): never =>
  fail(`invalid data, expected ${wanted}, got ${goType(value)}`);

function intOrString(value: unknown): Value {
  if (typeof value === 'string') return value;
  return isWhole(value)
    ? BigInt(value)
    : fail('invalid data, expected XIntOrString value to be either a string or integer');
}

function objectOf(value: unknown, schema: StructuralSchema): Value {
  if (typeof value !== 'object' || Array.isArray(value)) {
    return fail('invalid data, expected a map for the provided schema with type=object');
  }
  const map = value as { readonly [key: string]: unknown };
  const { properties } = isEmbedded(schema) ? withMetadata(schema) : schema;
  if (properties) {
    const ofProperty = (name: string) => (Object.hasOwn(properties, name) ? properties[name] : undefined);
    return new SchemaMap(map, ofProperty, true, valueOf);
  }
  const values = valuesOf(schema);
  return new SchemaMap(map, () => values, false, valueOf);
}

function listFrom(value: unknown, schema: StructuralSchema): Value {
  if (!Array.isArray(value)) {
    return fail('invalid data, expected an array for the provided schema with type=array');
  }
  const items = itemsOf(schema);
  if (!items) return fail('invalid array type, expected Items with a non-empty Schema');
  const item = (index: number) => valueOf(value[index], items);
  switch (schema['x-kubernetes-list-type']) {
    case 'map':
      return new SchemaMapList(value.length, item, schema['x-kubernetes-list-map-keys'] ?? []);
    case 'set':
      return new SchemaSetList(value.length, item);
    default:
      return new SchemaList(value.length, item);
  }
}

function textOf(value: unknown, format: string | undefined): Value {
  if (typeof value !== 'string') return wrongType('string', value);
  switch (format) {
    case 'duration':
      return (
        openApiDuration(value) ?? fail(`Invalid duration ${value}: unable to parse ${value} as duration`)
      );
    case 'date':
      return dateOf(value) ?? fail(`Invalid date formatted string ${value}: parsing time`);
    case 'date-time':
      return dateTimeOf(value) ?? fail(`Invalid date-time formatted string ${value}: parsing time`);
    case 'byte':
      return Buffer.from(value, 'base64');
    default:
      return value;
  }
}

function unknownType(value: unknown, schema: StructuralSchema): Value {
  if (schema['x-kubernetes-preserve-unknown-fields']) return new Preserved(value);
  return fail(
    'invalid type, expected object, array, number, integer, boolean or string, or no type with ' +
      'x-kubernetes-int-or-string or x-kubernetes-preserve-unknown-fields is true, got ' +
      (schema.type ?? ''),
  );
}

/** What a schema preserves without knowing it: only good for comparisons. */
class Preserved extends CelObject {
  readonly typeName = 'unknown';

  constructor(readonly value: unknown) {
    super();
  }

  equals(other: Value): boolean {
    return other instanceof Preserved && isDeepEqual(this.value, other.value);
  }

  toString(): string {
    return String(this.value);
  }
}
