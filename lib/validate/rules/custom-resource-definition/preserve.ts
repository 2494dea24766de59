import type { Field } from '../../field';
import { type Schema, placedSchemasIn } from '../../crd/schema';
import { defineRule, type Rule } from '../../rule';
import type { CustomResourceDefinitionSpec } from '../../schema/types';

/** validatePreserveUnknownFields, pkg/apis/apiextensions/validation 1.30 to 1.37. */
export const PRESERVE = defineRule<Rule<CustomResourceDefinitionSpec>>({
  id: 'crd-preserve-unknown-fields',
  stage: 'judge',
  mistake: '`spec.preserveUnknownFields: true`, which v1 does not take',
  suggestion: 'set `x-kubernetes-preserve-unknown-fields: true` in the schema instead',
  judge({ preserveUnknownFields }, at) {
    if (preserveUnknownFields) {
      at.field('preserveUnknownFields').invalid(
        true,
        'cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead',
      );
    }
  },
});

/** The same field, where the schema has defaults. */
export const PRESERVE_WITH_DEFAULTS: Rule<CustomResourceDefinitionSpec> = {
  id: PRESERVE.id,
  judge({ preserveUnknownFields, versions = [] }, at: Field) {
    if (preserveUnknownFields && versions.some(({ schema }) => hasDefaults(schema?.openAPIV3Schema))) {
      at.field('preserveUnknownFields').invalid(true, 'must be false in order to use defaults in the schema');
    }
  },
};

function hasDefaults(schema: Schema | undefined): boolean {
  if (!schema) return false;
  return schema.default !== undefined || placedSchemasIn(schema).some((inner) => hasDefaults(inner.schema));
}
