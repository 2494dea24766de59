import { itemsOf, type Schema } from '../../crd/schema';
import type { Field } from '../../field';
import { judgePattern } from './pattern';

/** What a schema below allOf, anyOf, oneOf or not must not say, and how it must be instead. */
const NOT_NESTED: readonly (readonly [
  name: keyof Schema & string,
  wanted: 'empty' | 'undefined' | 'false',
])[] = [
  ['type', 'empty'],
  ['default', 'undefined'],
  ['title', 'empty'],
  ['description', 'empty'],
  ['nullable', 'false'],
  ['x-kubernetes-preserve-unknown-fields', 'false'],
  ['x-kubernetes-embedded-resource', 'false'],
  ['x-kubernetes-int-or-string', 'false'],
  ['x-kubernetes-list-map-keys', 'empty'],
  ['x-kubernetes-list-type', 'undefined'],
  ['x-kubernetes-map-type', 'undefined'],
  ['x-kubernetes-validations', 'empty'],
];

/**
 * validateNestedValueValidation, pkg/apiserver/schema/validation.go 1.30 to 1.37.
 *
 * @param skipAnyOf whether anyOf says that the value is an integer or a string
 */
export function judgeNested(schema: Schema, skipAnyOf: boolean, at: Field): void {
  judgeAlternatives(schema, skipAnyOf, at);
  const { properties = {}, additionalProperties } = schema;
  const items = itemsOf(schema);
  if (items) judgeNested(items, false, at.field('items'));
  for (const name of Object.keys(properties)) {
    judgeNested(properties[name], false, at.field('properties').key(name));
  }
  if (additionalProperties) at.field('additionalProperties').forbidden('must be undefined to be structural');
  for (const [name, wanted] of NOT_NESTED) {
    if (isSet(schema[name], wanted)) at.field(name).forbidden(`must be ${wanted} to be structural`);
  }
  if (Object.hasOwn(properties, 'metadata')) {
    at.field('properties').key('metadata').forbidden('must not be specified in a nested context');
  }
}

/** validateValueValidation: what is below allOf, anyOf, oneOf and not, and the pattern. */
export function judgeAlternatives(schema: Schema, skipAnyOf: boolean, at: Field, skipFirst = false): void {
  for (const name of ['anyOf', 'allOf', 'oneOf'] as const) {
    if (name === 'anyOf' && skipAnyOf) continue;
    schema[name]?.forEach((nested, index) => {
      judgeNested(nested, skipFirst && name === 'allOf' && index === 0, at.field(name).index(index));
    });
  }
  if (schema.not) judgeNested(schema.not, false, at.field('not'));
  judgePattern(schema.pattern, at.field('pattern'));
}

function isSet(value: unknown, wanted: string): boolean {
  if (wanted === 'undefined') return value !== undefined;
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}
