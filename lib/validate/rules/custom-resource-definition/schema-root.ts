import { conversionFault } from '../../crd/conversion-fault';
import type { Schema } from '../../crd/schema';
import type { Field } from '../../field';
import { DEFAULTS } from './defaults';
import { judgeOpenApiSchema, SCHEMA } from './open-api-schema';
import { SCHEMA_PARTS, shownSchema } from './shown';
import { STRUCTURE } from './structure';

/** What may stand at the root if the status is validated apart, by Go's names. */
const AT_ROOT = [
  'Description',
  'Type',
  'Format',
  'Title',
  'Maximum',
  'ExclusiveMaximum',
  'Minimum',
  'ExclusiveMinimum',
  'MaxLength',
  'MinLength',
  'Pattern',
  'MaxItems',
  'MinItems',
  'UniqueItems',
  'MultipleOf',
  'Required',
  'Items',
  'Properties',
  'ExternalDocs',
  'Example',
  'XPreserveUnknownFields',
  'XValidations',
];

/** validateCustomResourceDefinitionValidation, pkg/apis/apiextensions/validation 1.30 to 1.37. */
export function judgeSchemaRoot(schema: Schema, hasStatus: boolean, at: Field): void {
  const fault = conversionFault(schema);
  const faulty = at.reports(() => {
    at.apply({ id: SCHEMA.id, judge: (root: Schema, place) => judgeRoot(root, hasStatus, place) }, schema);
    const structural = fault === undefined && isStructural(schema, at);
    judgeOpenApiSchema(schema, at, structural);
  });
  if (!faulty && fault !== undefined) {
    at.apply({ id: SCHEMA.id, judge: (_: Schema, place) => place.invalid('', fault) }, schema);
  }
}

/** Judges the structure, and if that is sound, the defaults. */
function isStructural(schema: Schema, at: Field): boolean {
  return !at.reports(() => at.apply(STRUCTURE, schema)) && !at.reports(() => at.apply(DEFAULTS, schema));
}

function judgeRoot(schema: Schema, hasStatus: boolean, at: Field): void {
  if (hasStatus) judgeWithStatus(schema, at);
  if (schema.nullable) at.field('nullable').forbidden('nullable cannot be true at the root');
}

/** Only the first fault, in the order of the struct. */
function judgeWithStatus(schema: Schema, at: Field): void {
  for (const [goName, name, isZero] of SCHEMA_PARTS) {
    const value = schema[name as keyof Schema];
    if (value === undefined || isZero(value)) continue;
    if (goName === 'Type' && value !== 'object') {
      const detail =
        'only "object" is allowed as the type at the root of the schema if the status subresource is enabled';
      return at.field('type').invalid(value, detail);
    }
    if (!AT_ROOT.includes(goName)) {
      const detail = `only [${AT_ROOT.join(' ')}] fields are allowed at the root of the schema if the status subresource is enabled`;
      return at.shownAt(at.field(name)).invalid(shownSchema(schema), detail, {
        suggestion: `move ${name} to a property such as spec`,
      });
    }
  }
}
