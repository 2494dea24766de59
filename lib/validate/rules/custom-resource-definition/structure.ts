import type { Field } from '../../field';
import { hasEntries, isEmbedded, itemsOf, propertyOf, type Schema, valuesOf } from '../../crd/schema';
import { defineRule, type Rule } from '../../rule';
import { judgeCompleteness } from './completeness';
import { isOnlyType, saysNothing } from './blank';
import { judgeAlternatives } from './nested';

/** Where in a structural schema a node stands, and what is said if it has no type. */
const TYPE_MISSING = {
  root: 'must not be empty at the root',
  item: 'must not be empty for specified array items',
  field: 'must not be empty for specified object fields',
};

type Level = keyof typeof TYPE_MISSING;

/** ValidateStructural, pkg/apiserver/schema/validation.go 1.30 to 1.37. Without it, nothing is pruned. */
export const STRUCTURE = defineRule<Rule<Schema>>({
  id: 'crd-structure',
  stage: 'judge',
  mistake: 'a schema of a custom resource that is not structural',
  suggestion: 'give each field its type, and use allOf, anyOf, oneOf and not for validation only',
  judge: (schema, at) =>
    at.sorted(() => {
      judgeNode(schema, 'root', at);
      judgeCompleteness(schema, at);
    }),
});

function judgeNode(schema: Schema, level: Level, at: Field): void {
  const [items, values] = [itemsOf(schema), valuesOf(schema)];
  if (items) judgeNode(items, 'item', at.field('items'));
  else if (schema.type === 'array') at.field('items').required('must be specified');
  for (const name of Object.keys(schema.properties ?? {})) {
    judgeNode(schema.properties![name], 'field', at.field('properties').key(name));
  }
  if (schema.additionalProperties !== undefined && level === 'root') {
    at.field('additionalProperties').forbidden('must not be used at the root');
  }
  if (values) judgeNode(values, 'field', at.field('additionalProperties'));
  if (schema['x-kubernetes-int-or-string']) judgeIntOrString(schema, at);
  judgeValidations(schema, at);
  judgeType(schema, level, at);
  judgeResource(schema, level, at);
}

/** validateExtensions. */
function judgeIntOrString(schema: Schema, at: Field): void {
  for (const name of ['x-kubernetes-preserve-unknown-fields', 'x-kubernetes-embedded-resource'] as const) {
    if (schema[name]) at.field(name).invalid(true, 'must be false if x-kubernetes-int-or-string is true');
  }
}

/** Types below anyOf are allowed where they mean an integer or a string. */
const judgeValidations = (schema: Schema, at: Field): void =>
  judgeAlternatives(
    schema,
    isIntOrString(schema.anyOf, at.minor),
    at,
    isIntOrString(schema.allOf?.[0]?.anyOf, at.minor),
  );

const isIntOrString = (schemas: readonly Schema[] = [], minor: number) =>
  schemas.length === 2 && isOnlyType(schemas[0], 'integer', minor) && isOnlyType(schemas[1], 'string', minor);

function judgeType(schema: Schema, level: Level, at: Field): void {
  const { type = '' } = schema;
  const place = at.field('type');
  if (isEmbedded(schema)) {
    if (type !== 'object') {
      judgeOther(type, 'must be object if x-kubernetes-embedded-resource is true', place);
    }
    if (schema.additionalProperties !== undefined) {
      at.field('additionalProperties').forbidden('must not be used if x-kubernetes-embedded-resource is set');
    }
  } else if (
    !type &&
    !schema['x-kubernetes-int-or-string'] &&
    !schema['x-kubernetes-preserve-unknown-fields']
  ) {
    place.required(TYPE_MISSING[level]);
  }
  if (level === 'root' && type && type !== 'object') place.invalid(type, 'must be object at the root');
}

/** A type that is missing or another one. */
export function judgeOther(type: string, detail: string, at: Field): void {
  if (type) at.invalid(type, detail);
  else at.required(detail);
}

/** What every object has, at the root and in embedded objects. */
function judgeResource(schema: Schema, level: Level, at: Field): void {
  const embedded = isEmbedded(schema);
  const isResource = level === 'root' || embedded;
  for (const name of isResource ? ['kind', 'apiVersion'] : []) {
    const property = propertyOf(schema, name);
    if (property && property.type !== 'string') {
      at.field('properties')
        .key(name)
        .field('type')
        .invalid(property.type ?? '', 'must be string');
    }
  }
  const metadata = propertyOf(schema, 'metadata');
  if (metadata) judgeMetadata(metadata, level, isResource, at.field('properties').key('metadata'));
  if (embedded && !schema['x-kubernetes-preserve-unknown-fields'] && !hasEntries(schema.properties)) {
    at.field('properties').required(
      'must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields',
    );
  }
}

/** validateStructuralMetadataInvariants. */
function judgeMetadata(schema: Schema, level: Level, isResource: boolean, at: Field): void {
  if (isResource && schema.type !== 'object') at.field('type').invalid(schema.type ?? '', 'must be object');
  if (level === 'root' && !saysNothing(schema, at.minor)) {
    at.forbidden(
      'must not specify anything other than name and generateName, but metadata is implicitly specified',
    );
  }
}
