import { type Schema, shortName } from './documents';

/** Types that are not structs: the type expression each stands for. */
const SCALARS: { readonly [name: string]: string } = {
  'api.resource.Quantity': 'quantity',
  'util.intstr.IntOrString': 'intOrString',
  'meta.v1.Time': 'time',
  'meta.v1.MicroTime': 'microTime',
  'meta.v1.FieldsV1': 'object',
  'meta.v1.Patch': 'object',
  'pkg.runtime.RawExtension': 'object',
  'apiextensions.v1.JSON': 'any',
  'apiextensions.v1.JSONSchemaPropsOrArray':
    'apiextensions.v1.JSONSchemaProps|[]apiextensions.v1.JSONSchemaProps',
  'apiextensions.v1.JSONSchemaPropsOrBool': 'apiextensions.v1.JSONSchemaProps|bool',
  'apiextensions.v1.JSONSchemaPropsOrStringArray': 'apiextensions.v1.JSONSchemaProps|[]string',
};

/** Whether fields of it are known; one without fields is a struct in which every key is unknown. */
export const isStruct = (name: string, { type, properties }: Schema) =>
  Boolean(properties ?? (type === 'object' && !SCALARS[shortName(name)]));

/** The type expression of a field (see `Facts`); undefined if there is none for its type. */
export function expression(schema: Schema): string | undefined {
  const reference = schema.$ref ?? schema.allOf?.[0].$ref;
  if (reference) {
    const name = shortName(reference.split('/').at(-1)!);
    return SCALARS[name] ?? name;
  }
  if (schema.items) return holding('[]', schema.items);
  if (schema.additionalProperties) return holding('{}', schema.additionalProperties);
  return plainExpression(schema);
}

function holding(prefix: string, schema: Schema): string | undefined {
  const held = expression(schema);
  return held && prefix + held;
}

function plainExpression({ type, format }: Schema): string | undefined {
  switch (type) {
    case 'object':
      return 'object';
    case 'boolean':
      return 'bool';
    case 'integer':
    case 'number':
      return format;
    case 'string':
      return format === 'byte' ? 'bytes' : 'string';
    default:
      return undefined;
  }
}
