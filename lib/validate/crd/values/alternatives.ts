import type { Schema } from '../schema';
import type { Place } from './place';
import { Result } from './result';

/** schemaPropsValidator, kube-openapi pkg/validation/validate/schema_props.go 1.30 to 1.37. */
export function judgeAlternatives(
  { anyOf = [], oneOf = [], allOf = [], not }: Schema,
  place: Place,
  validate: (schema: Schema) => Result,
): Result {
  const result = new Result();
  const say = (text: string) => result.add(place.whole(`${JSON.stringify(place.name)} must ${text}`));
  if (anyOf.length) judgeAnyOf(anyOf, validate, result, say);
  if (oneOf.length) judgeOneOf(oneOf.map(validate), result, say);
  if (allOf.length) judgeAllOf(allOf.map(validate), result, say);
  if (not && validate(not).isValid) say('not validate the schema (not)');
  result.matches++;
  return result;
}

type Say = (text: string) => void;

/** Of those that fail, the one that fits best, the first of several. */
const best = (failures: readonly Result[]) =>
  failures.reduce<Result | undefined>(
    (found, failure) => (found && failure.matches <= found.matches ? found : failure),
    undefined,
  );

function judgeAnyOf(
  schemas: readonly Schema[],
  validate: (schema: Schema) => Result,
  result: Result,
  say: Say,
): void {
  const failures: Result[] = [];
  for (const schema of schemas) {
    const each = validate(schema);
    if (each.isValid) return result.merge(each);
    failures.push(each);
  }
  say('validate at least one schema (anyOf)');
  result.merge(best(failures));
}

function judgeOneOf(results: readonly Result[], result: Result, say: Say): void {
  const valid = results.filter(({ isValid }) => isValid);
  if (valid.length === 1) return result.merge(valid[0]);
  const found = valid.length ? `Found ${valid.length} valid alternatives` : 'Found none valid';
  say(`validate one and only one schema (oneOf). ${found}`);
  if (!valid.length) result.merge(best(results));
}

function judgeAllOf(results: readonly Result[], result: Result, say: Say): void {
  results.forEach((each) => result.merge(each));
  const valid = results.filter(({ isValid }) => isValid).length;
  if (valid < results.length) say(`validate all the schemas (allOf)${valid ? '' : '. None validated'}`);
}
