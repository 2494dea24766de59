import { hasEntries, type Schema } from '../../crd/schema';
import type { Field } from '../../field';
import { goPlain } from '../../../go/format';
import type { Scope } from './scope';

const TYPES = ['array', 'boolean', 'integer', 'number', 'object', 'string'];

/** Parts that a server knows and does not take. */
const UNSUPPORTED: readonly (readonly [name: string, isUsed: (schema: Schema) => boolean])[] = [
  ['id', ({ id }) => Boolean(id)],
  ['additionalItems', ({ additionalItems }) => additionalItems !== undefined],
  ['patternProperties', ({ patternProperties }) => hasEntries(patternProperties)],
  ['definitions', ({ definitions }) => hasEntries(definitions)],
  ['dependencies', ({ dependencies }) => dependencies !== undefined],
  ['$ref', ({ $ref }) => $ref !== undefined],
];

/** specStandardValidatorV3.validate and what follows it, pkg/apis/apiextensions/validation 1.30 to 1.37. */
export function judgeStandard(schema: Schema, { noDefaults, inMetadata }: Scope, at: Field): void {
  judgeType(schema.type ?? '', at.field('type'));
  if (schema.default !== undefined && noDefaults) {
    at.field('default').forbidden(`must not be set ${noDefaults}`);
  }
  for (const [name, isUsed] of UNSUPPORTED) {
    if (isUsed(schema)) at.field(name).forbidden(`${name} is not supported`);
  }
  judgeItems(schema, at.field('items'));
  if (inMetadata && schema['x-kubernetes-embedded-resource']) {
    at.field('x-kubernetes-embedded-resource').forbidden('must not be used inside of resource meta');
  }
  if (schema.uniqueItems) {
    at.field('uniqueItems').forbidden(
      'uniqueItems cannot be set to true since the runtime complexity becomes quadratic',
      { suggestion: 'remove it; x-kubernetes-list-type: set has the same effect' },
    );
  }
}

function judgeType(type: string, at: Field): void {
  if (type && !TYPES.includes(type)) at.notSupported(goPlain(type), TYPES, { word: type });
  if (type === 'null') {
    at.forbidden('type cannot be set to null, use nullable as an alternative', {
      suggestion: 'set nullable: true, and the type that other values have',
    });
  }
}

function judgeItems({ items }: Schema, at: Field): void {
  if (Array.isArray(items) && items.length) {
    at.forbidden('items must be a schema object and not an array', {
      suggestion: 'write the schema of all items directly below items',
    });
  }
}
