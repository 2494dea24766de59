import { isEmbedded, META_FIELDS, type Schema } from '../../crd/schema';
import type { Field } from '../../field';
import { defineRule } from '../../rule';
import { judgeLists, judgeMaps } from './list-types';
import type { Scope } from './scope';
import { judgeStandard } from './standard';
import { judgeValidationRules } from './validation-rules';

export const SCHEMA = defineRule({
  id: 'crd-schema',
  stage: 'judge',
  mistake:
    'a schema of a custom resource with a part that a server does not take, or with parts that do not fit together',
  suggestion: 'fix or remove the part in the message',
});

/** ValidateCustomResourceDefinitionOpenAPISchema, pkg/apis/apiextensions/validation 1.30 to 1.37. */
export function judgeOpenApiSchema(schema: Schema, at: Field, compiled: boolean): void {
  at.apply(
    {
      id: SCHEMA.id,
      judge: (root: Schema, place) => judge(root, { inMetadata: false, compiled }, true, place),
    },
    schema,
  );
}

function judge(schema: Schema, scope: Scope, isRoot: boolean, at: Field): void {
  const judgeAll = () => {
    judgeStandard(schema, scope, at);
    judgeBelow(schema, scope, isRoot, at);
    judgeMaps(schema, at);
    judgeLists(schema, at);
  };
  const rules = schema['x-kubernetes-validations'];
  if (!rules?.length) return judgeAll();
  const faulty = at.reports(judgeAll);
  const place = at.field('x-kubernetes-validations');
  if (judgeValidationRules(schema, rules, place) && scope.compiled && !faulty) {
    const { judgeCompiled } = require('./compiled') as typeof import('./compiled');
    judgeCompiled(schema, rules, { isResource: isRoot || isEmbedded(schema), ...scope }, place);
  }
}

function judgeBelow(schema: Schema, scope: Scope, isRoot: boolean, at: Field): void {
  judgeEntries(schema, scope, at);
  judgeProperties(schema, scope, isRoot, at);
  judgeNested(schema, { ...scope, compiled: false }, at);
  const { items, dependencies = {} } = schema;
  if (Array.isArray(items)) {
    items.forEach((item, index) => judge(item, scope, false, at.field('items').index(index)));
  } else if (items) {
    const isMap = schema['x-kubernetes-list-type'] === 'map';
    judge(
      items,
      isMap ? scope : { ...scope, uncorrelated: scope.uncorrelated ?? at },
      false,
      at.field('items'),
    );
  }
  for (const name of Object.keys(dependencies)) {
    const dependency = dependencies[name];
    if (!Array.isArray(dependency)) judge(dependency, scope, false, at.field('dependencies').key(name));
  }
}

/** Properties belong to structs, additionalProperties to maps. */
function judgeEntries({ additionalProperties, properties = {} }: Schema, scope: Scope, at: Field): void {
  const place = at.field('additionalProperties');
  if (additionalProperties !== undefined && additionalProperties !== true && Object.keys(properties).length) {
    place.forbidden('additionalProperties and properties are mutual exclusive', {
      suggestion: 'remove additionalProperties, or move it to a property of its own',
    });
  }
  if (typeof additionalProperties !== 'object') return;
  const noDefaults = 'inside additionalProperties applying to object metadata';
  judge(additionalProperties, scope.inMetadata ? { ...scope, noDefaults } : scope, false, place);
}

function judgeProperties(schema: Schema, scope: Scope, isRoot: boolean, at: Field): void {
  const { properties = {} } = schema;
  const isResource = isRoot || isEmbedded(schema);
  for (const name of Object.keys(properties)) {
    const inner = isResource && META_FIELDS.has(name) ? metaScope(scope, name, isRoot) : scope;
    judge(properties[name], inner, false, at.field('properties').key(name));
  }
}

const metaScope = (scope: Scope, name: string, isRoot: boolean): Scope => ({
  ...scope,
  inMetadata: true,
  ...(isRoot ? { noDefaults: `in top-level ${name}` } : {}),
});

function judgeNested(schema: Schema, scope: Scope, at: Field): void {
  const { not, definitions = {} } = schema;
  if (not) judge(not, scope, false, at.field('not'));
  for (const name of ['allOf', 'oneOf', 'anyOf'] as const) {
    schema[name]?.forEach((nested, index) => judge(nested, scope, false, at.field(name).index(index)));
  }
  for (const name of Object.keys(definitions)) {
    judge(definitions[name], scope, false, at.field('definitions').key(name));
  }
}
