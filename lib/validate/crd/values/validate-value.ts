import { itemsOf, propertyOf, type Schema, valuesOf } from '../schema';
import { judgeFormat, judgeText } from './texts';
import { judgeNumber } from './numbers';
import { judgeAlternatives } from './alternatives';
import { Place } from './place';
import { Result } from './result';
import { judgeEnum, judgeType, typesOf } from './type';
import { valueType } from './value-type';

/**
 * Validates a value against a structural schema as a server does (SchemaValidator, kube-openapi
 * pkg/validation/validate 1.30 to 1.37). Defaults are not filled in, and what the schema does not know is
 * left alone.
 *
 * @param nested whether the schema is below allOf, anyOf or the like: additionalProperties do not count there
 */
export function validateValue(
  value: unknown,
  schema: Schema,
  minor: number,
  place = Place.ROOT,
  nested = false,
): Result {
  const result = new Result();
  if (value === null || value === undefined) {
    result.merge(judgeType(null, schema, place));
    result.merge(judgeEnum(null, schema, place));
    return result;
  }
  const validators = VALIDATORS[valueType(value)] ?? [];
  if (schema.format || typesOf(schema).length) apply(judgeType(value, schema, place), result);
  apply(
    judgeAlternatives(schema, place, (inner) => validateValue(value, inner, minor, place, true)),
    result,
  );
  for (const validator of validators) apply(validator(value as never, schema, place, minor, nested), result);
  result.matches++;
  return result;
}

function apply(found: Result | undefined, result: Result): void {
  result.merge(found);
  result.matches++;
}

type Validator = (
  value: never,
  schema: Schema,
  place: Place,
  minor: number,
  nested: boolean,
) => Result | undefined;

const VALIDATORS: { readonly [type: string]: readonly Validator[] } = {
  boolean: [judgeEnum],
  integer: [judgeNumber, judgeEnum],
  number: [judgeNumber, judgeEnum],
  string: [judgeText, judgeFormat, judgeEnum],
  array: [judgeItems, judgeEnum],
  object: [judgeEnum, judgeFields],
};

function judgeItems(
  values: readonly unknown[],
  schema: Schema,
  place: Place,
  minor: number,
  nested: boolean,
): Result {
  const result = new Result();
  const items = itemsOf(schema);
  if (items) {
    values.forEach((value, index) =>
      result.merge(validateValue(value, items, minor, place.index(index), nested)),
    );
  }
  const { minItems, maxItems } = schema;
  const size = values.length;
  if (minItems !== undefined && size < minItems) {
    result.add(place.error('invalid', `should have at least ${minItems} items`, { value: size }));
  }
  if (maxItems !== undefined && size > maxItems) {
    result.add(
      place.error('tooMany', `should have at most ${maxItems} items`, { value: size, valid: maxItems }),
    );
  }
  result.matches++;
  return result;
}

interface Fields {
  readonly [name: string]: unknown;
}

function judgeFields(value: Fields, schema: Schema, place: Place, minor: number, nested: boolean): Result {
  const result = new Result();
  judgeSize(Object.keys(value).length, schema, place, result);
  if (!nested) judgeEntries(value, schema, place, minor, result);
  const { properties = {}, required = [] } = schema;
  for (const name of Object.keys(properties)) {
    if (Object.hasOwn(value, name)) {
      result.merge(validateValue(value[name], properties[name], minor, place.property(name), nested));
    }
  }
  for (const name of required) {
    if (!Object.hasOwn(value, name)) result.add(place.entry(name).error('required', 'is required'));
  }
  return result;
}

function judgeSize(
  size: number,
  { minProperties, maxProperties }: Schema,
  place: Place,
  result: Result,
): void {
  if (minProperties !== undefined && size < minProperties) {
    result.add(place.error('invalid', `should have at least ${minProperties} properties`, { value: size }));
  }
  if (maxProperties !== undefined && size > maxProperties) {
    const more = { value: size, valid: maxProperties };
    result.add(place.error('tooMany', `should have at most ${maxProperties} properties`, more));
  }
}

/** What is not among the properties. */
function judgeEntries(value: Fields, schema: Schema, place: Place, minor: number, result: Result): void {
  const values = valuesOf(schema);
  for (const name of Object.keys(value)) {
    if (propertyOf(schema, name)) continue;
    if (values) {
      result.merge(validateValue(value[name], values, minor, place.entry(name)));
    } else if (schema.additionalProperties === false) {
      const { message, ...error } = place.error('invalid', 'is a forbidden property', { value: name });
      result.add({ ...error, message: message.replace(' in body', `.${name} in body`) });
    }
  }
}
