import { quote } from '../../../go/format';
import { isUnrecognized } from '../../crd/formats';
import { itemsOf, type PlacedSchema, placedSchemasIn, type Schema } from '../../crd/schema';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { CustomResourceDefinition } from '../../schema/types';

/** What a server says of the schemas of a definition that it takes: each text once. */
export function warnOfSchemas({ spec: { versions = [] } = {} }: CustomResourceDefinition, at: Field): void {
  if (at.minor < 34) return;
  const walk = new Walk(at.minor);
  versions.forEach(({ schema }, index) => {
    const root = schema?.openAPIV3Schema;
    const place = at.field('spec', 'versions').index(index).field('schema', 'openAPIV3Schema');
    if (root) walk.visit(root, () => place);
  });
  for (const { schema, at: place } of walk.unrecognized.values()) place().apply(FORMAT, schema);
  // A server sorts these texts.
  for (const type of ['array', 'object']) walk.sets.get(type)?.().apply(SET, type);
}

/** Finds the first schema of each text. Fields are made for these only. */
class Walk {
  readonly unrecognized = new Map<string, { readonly schema: Schema; readonly at: () => Field }>();
  readonly sets = new Map<string, () => Field>();

  constructor(private readonly minor: number) {}

  visit(schema: Schema, at: () => Field): void {
    const { type = '', format } = schema;
    if (format && !this.unrecognized.has(format) && isUnrecognized(type, format, this.minor)) {
      this.unrecognized.set(format, { schema, at });
    }
    const items = schema['x-kubernetes-list-type'] === 'set' ? itemsOf(schema)?.type : undefined;
    if (this.minor >= 37 && items && !this.sets.has(items)) this.sets.set(items, at);
    for (const inner of placedSchemasIn(schema)) this.visit(inner.schema, () => below(at(), inner));
  }
}

const below = (at: Field, { way }: PlacedSchema): Field =>
  way.reduce<Field>((place, step, index) => {
    if (typeof step === 'number') return place.index(step);
    return index ? place.key(step) : place.field(step);
  }, at);

/** WarningsOnCreate, pkg/registry/customresourcedefinition, apiextensions 1.34 to 1.37. */
export const FORMAT = defineRule<Rule<Schema>>({
  id: 'crd-format',
  stage: 'warn',
  mistake: 'a format in the schema of a custom resource that a server does not check for values of that type',
  suggestion: 'use a format that a server knows for the type, or a pattern',
  judge: ({ format = '' }, at) => at.field('format').warn(`unrecognized format ${quote(format)}`),
});

/** getNonScalarListTypeSetWarnings, pkg/registry/customresourcedefinition, apiextensions 1.37. */
export const SET = defineRule<Rule<string>>({
  id: 'crd-set-items',
  stage: 'warn',
  mistake: 'a list of type `set` whose items are lists or maps',
  suggestion: 'use `x-kubernetes-list-type: map` with keys, or `atomic`',
  judge: (type, at) =>
    at
      .field('x-kubernetes-list-type')
      .warn(
        `x-kubernetes-list-type: set for items of type ${quote(type)} is not supported by server-side apply or CEL validation rules`,
      ),
});
