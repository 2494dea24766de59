import { copied } from '../../../object/copied';
import { aggregateText } from '../../../go/aggregate';
import { coerceMetadata, judgeMetadata } from '../../crd/embedded-metadata';
import { prune } from '../../crd/prune';
import { isEmbedded, itemsOf, META_FIELDS, type Schema } from '../../crd/schema';
import { shownValue } from '../../crd/shown-value';
import { reportValueErrors } from '../../crd/value-causes';
import { validateValue } from '../../crd/values/validate-value';
import { mayHaveRules } from '../../custom-kinds/may-have-rules';
import { Collector } from '../../collector';
import { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';

/** ValidateDefaults, pkg/apiserver/schema/defaulting/validation.go 1.30 to 1.37. */
export const DEFAULTS = defineRule<Rule<Schema>>({
  id: 'crd-default',
  stage: 'judge',
  mistake: 'a default of a custom resource that its own schema does not take',
  suggestion: 'change the default, or the schema that it has to meet',
  judge: (schema, at) => judgeNode(schema, schema, [], false, at),
});

/** The way to a default from the object that it is in. */
type Way = readonly (string | undefined)[];

/**
 * Not below additionalProperties: nothing is filled in there.
 *
 * @param root the object that the node is in: a whole resource, or one that is embedded
 */
function judgeNode(schema: Schema, root: Schema, way: Way, inMetadata: boolean, at: Field): void {
  if (isEmbedded(schema) && way.length) return judgeNode(schema, schema, [], false, at);
  if (schema.default !== undefined) {
    if (inMetadata) judgeInMetadata(schema, root, way, at.field('default'));
    else judgeDefault(schema, !way.length, at.field('default'));
  }
  const items = itemsOf(schema);
  if (items) judgeNode(items, root, [...way, undefined], inMetadata, at.field('items'));
  const { properties = {} } = schema;
  for (const name of Object.keys(properties)) {
    const inner = inMetadata || (!way.length && META_FIELDS.has(name));
    judgeNode(properties[name], root, [...way, name], inner, at.field('properties').key(name));
  }
}

function judgeDefault(schema: Schema, isResource: boolean, at: Field): void {
  const value = copied(schema.default);
  if (prune(copied(value), schema, isResource)) {
    at.invalid(shownValue(value), 'must not have unknown fields');
  }
  if (coerceMetadata(value, schema, isResource, at)) return;
  if (at.reports(() => judgeMetadata(value, schema, isResource, at))) return;
  if (!at.reports(() => reportValueErrors(validateValue(value, schema, at.minor), at))) {
    judgeByRules(value, schema, isResource, at);
  }
}

/** A default has to meet the rules of its schema. */
function judgeByRules(value: unknown, schema: Schema, isResource: boolean, at: Field): void {
  if (!mayHaveRules(schema)) return;
  const { judgeDefaultByRules } =
    require('../../custom-kinds/expressions') as typeof import('../../custom-kinds/expressions');
  judgeDefaultByRules(value, schema, isResource, at);
}

/** A default within metadata has to be valid in the whole object. */
function judgeInMetadata(schema: Schema, root: Schema, way: Way, at: Field): void {
  const value = copied(schema.default);
  const resource = { kind: 'Validation', apiVersion: 'validation/v1', ...(surrounded(value, way) as object) };
  const problem = metadataProblem(resource, root, at.minor);
  if (problem === undefined) {
    if (!at.reports(() => reportValueErrors(validateValue(value, schema, at.minor), at))) {
      judgeByRules(value, schema, false, at);
    }
  } else {
    at.invalid(shownValue(value), `must result in valid metadata: ${problem}`);
  }
}

const surrounded = (value: unknown, way: Way): unknown =>
  way.reduceRight<unknown>((inner, name) => (name === undefined ? [inner] : { [name]: inner }), value);

/** What is wrong with an object, in the words of an aggregate error. */
function metadataProblem(resource: object, schema: Schema, minor: number): string | undefined {
  const collector = new Collector(minor);
  const root = Field.root(collector);
  if (!coerceMetadata(resource, schema, true, root)) judgeMetadata(resource, schema, true, root);
  const texts = collector.findings.map(({ path, message }) => `${path}: ${message}`);
  return texts.length ? aggregateText(texts) : undefined;
}
