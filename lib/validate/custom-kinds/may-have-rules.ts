import { itemsOf, type Schema, valuesOf } from '../crd/schema';

const known = new WeakMap<Schema, boolean>();

/** Whether a schema has x-kubernetes-validations (hasXValidations, pkg/apiserver/schema/cel 1.36). */
export function mayHaveRules(schema: Schema): boolean {
  let has = known.get(schema);
  if (has === undefined) known.set(schema, (has = hasRules(schema)));
  return has;
}

function hasRules(schema: Schema | undefined): boolean {
  if (!schema) return false;
  return (
    Boolean(schema['x-kubernetes-validations']?.length) ||
    hasRules(itemsOf(schema)) ||
    hasRules(valuesOf(schema)) ||
    Object.values(schema.properties ?? {}).some(hasRules)
  );
}
