import { itemsOf, propertyOf, type Schema } from '../../crd/schema';
import type { Field } from '../../field';

/**
 * Whether all that is validated below allOf, anyOf, oneOf and not is specified outside of them
 * (validateStructuralCompleteness, pkg/apiserver/schema/complete.go 1.30 to 1.37).
 */
export const judgeCompleteness = (schema: Schema, at: Field): void =>
  judgeValidations(schema, schema, at, at);

/**
 * @param nested what validates
 * @param schema what has to specify it
 */
function judgeValidations(nested: Schema, schema: Schema, at: Field, nestedAt: Field): void {
  const { not, allOf = [], anyOf = [], oneOf = [] } = nested;
  if (not) judgeNested(not, schema, at, nestedAt.field('not'));
  allOf.forEach((each, index) => judgeNested(each, schema, at, nestedAt.field('allOf').index(index)));
  anyOf.forEach((each, index) => judgeNested(each, schema, at, nestedAt.field('anyOf').index(index)));
  oneOf.forEach((each, index) => judgeNested(each, schema, at, nestedAt.field('oneOf').index(index)));
}

function judgeNested(nested: Schema, schema: Schema | undefined, at: Field, nestedAt: Field): void {
  if (!schema) {
    at.required(`because it is defined in ${nestedAt}`, {
      suggestion: 'specify it outside of allOf, anyOf, oneOf and not, too',
      related: [{ path: nestedAt, message: 'it is validated here' }],
    });
    return;
  }
  judgeValidations(nested, schema, at, nestedAt);
  const items = itemsOf(nested);
  if (items) judgeNested(items, itemsOf(schema), at.field('items'), nestedAt.field('items'));
  const { properties = {} } = nested;
  for (const name of Object.keys(properties)) {
    judgeNested(
      properties[name],
      propertyOf(schema, name),
      at.field('properties').key(name),
      nestedAt.field('properties').key(name),
    );
  }
}
