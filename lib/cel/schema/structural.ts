/** What CEL needs to know of a structural schema: that of a CustomResourceDefinition, as JSON. */
export interface StructuralSchema {
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly items?: unknown;
  readonly properties?: { readonly [name: string]: StructuralSchema };
  readonly additionalProperties?: boolean | StructuralSchema;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-embedded-resource'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
}

/** The schema of the items of a list. */
export const itemsOf = ({ items }: StructuralSchema): StructuralSchema | undefined =>
  typeof items === 'object' && items !== null && !Array.isArray(items) ? items : undefined;

/** The schema of the values of a map. */
export const valuesOf = ({ additionalProperties: values }: StructuralSchema): StructuralSchema | undefined =>
  typeof values === 'object' ? values : undefined;

export const isEmbedded = (schema: StructuralSchema): boolean =>
  schema['x-kubernetes-embedded-resource'] === true;

const STRING: StructuralSchema = { type: 'string' };

const isString = (schema: StructuralSchema | undefined) => schema?.type === 'string';

/** A schema with the fields that each object has. */
export function withMetadata(schema: StructuralSchema): StructuralSchema {
  const { kind, apiVersion, metadata } = schema.properties ?? {};
  const { name, generateName } = metadata?.properties ?? {};
  if ([kind, apiVersion, name, generateName].every(isString) && metadata.type === 'object') return schema;
  return {
    ...schema,
    properties: {
      ...schema.properties,
      kind: STRING,
      apiVersion: STRING,
      metadata: { type: 'object', properties: { name: STRING, generateName: STRING } },
    },
  };
}
