import { type ApiDocuments, itemsOf, type OpenApiSchema, referred, valuesOf } from './api-documents';

/** A schema as kubectl reads it from OpenAPI v2 (kube-openapi pkg/util/proto, 1.36). */
export type V1Schema =
  | { readonly form: 'array' | 'map'; readonly description: string; readonly item: () => V1Schema }
  | { readonly form: 'kind'; readonly description: string; readonly schema: OpenApiSchema }
  | { readonly form: 'primitive'; readonly description: string; readonly type: string }
  | { readonly form: 'arbitrary'; readonly description: string }
  | {
      readonly form: 'reference';
      readonly description: string;
      readonly name: string;
      readonly target: () => V1Schema;
    };

/** Reads a schema of OpenAPI v3, which differs from v2 in its references and in scalars of two types. */
export function v1SchemaOf(schema: OpenApiSchema, documents: ApiDocuments): V1Schema {
  const { description = '' } = schema;
  const name = schema.$ref ?? (schema.allOf?.length === 1 ? schema.allOf[0].$ref : undefined);
  const target = referred(name, documents);
  if (name !== undefined && target) {
    return { form: 'reference', description, name, target: () => v1SchemaOf(target, documents) };
  }
  return schema.untypedBefore3 ? { form: 'arbitrary', description } : typedSchema(schema, documents);
}

function typedSchema(schema: OpenApiSchema, documents: ApiDocuments): V1Schema {
  const { description = '', type } = schema;
  const items = itemsOf(schema);
  if (schema.properties && (!type || type === 'object')) return { form: 'kind', description, schema };
  if (type === 'object') return mapOf(schema, documents);
  if (type === 'array') {
    return items
      ? { form: 'array', description, item: () => v1SchemaOf(items, documents) }
      : { form: 'arbitrary', description };
  }
  const scalar = type ?? (schema.oneOf ? 'string' : undefined);
  return scalar ? { form: 'primitive', description, type: scalar } : { form: 'arbitrary', description };
}

function mapOf(schema: OpenApiSchema, documents: ApiDocuments): V1Schema {
  const { description = '' } = schema;
  const values = valuesOf(schema);
  return {
    form: 'map',
    description,
    item: () => (values ? v1SchemaOf(values, documents) : { form: 'arbitrary', description }),
  };
}

/** The type in a word: `string`, `[]Object` (GetTypeName, kubectl 1.36). */
export function v1TypeName(schema: V1Schema): string {
  switch (schema.form) {
    case 'array':
      return `[]${v1TypeName(schema.item())}`;
    case 'map':
      return `map[string]${v1TypeName(schema.item())}`;
    case 'kind':
      return 'Object';
    case 'primitive':
      return schema.type;
    case 'reference':
      return v1TypeName(schema.target());
    case 'arbitrary':
      return '';
  }
}
