/** A schema of an OpenAPI v3 document, as far as an explanation shows it. */
export interface OpenApiSchema {
  readonly $ref?: string;
  readonly allOf?: readonly OpenApiSchema[];
  readonly oneOf?: readonly OpenApiSchema[];
  readonly type?: string;
  readonly description?: string;
  readonly externalDocs?: { readonly description?: string; readonly url?: string };
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly items?: OpenApiSchema;
  readonly additionalProperties?: OpenApiSchema | boolean;
  readonly properties?: OpenApiProperties;
  /** Whether OpenAPI v2 says nothing of its type, items and properties. */
  readonly untypedBefore3?: boolean;
}

export interface OpenApiProperties {
  readonly [name: string]: OpenApiSchema;
}

/** A kind of object as a server lists it. */
export interface ApiResource {
  /** API group; empty for the core. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly singular: string;
  readonly shortNames: readonly string[];
  /** Name of its schema. */
  readonly type: string;
}

/** What a server publishes of its kinds. */
export interface ApiDocuments {
  /** In the order in which the server lists them, so of two with the same name the preferred one first. */
  readonly resources: readonly ApiResource[];
  schema(name: string): OpenApiSchema | undefined;
}

export interface GroupVersion {
  readonly group: string;
  readonly version: string;
}

/** `apps/v1`. */
export const apiVersionOf = ({ group, version }: GroupVersion) => (group ? `${group}/${version}` : version);

/** The schema that a reference leads to; undefined if it leads nowhere. */
export const referred = (reference: string | undefined, documents: ApiDocuments) =>
  reference?.startsWith(SCHEMAS) ? documents.schema(reference.slice(SCHEMAS.length)) : undefined;

const SCHEMAS = '#/components/schemas/';

/** What all values of a map have to be, if the schema says so. */
export const valuesOf = ({ additionalProperties }: OpenApiSchema) =>
  typeof additionalProperties === 'object' && Object.keys(additionalProperties).length
    ? additionalProperties
    : undefined;

/** What all items of a list have to be, if the schema says so. */
export const itemsOf = ({ items }: OpenApiSchema) => (items && Object.keys(items).length ? items : undefined);

/** The schema of a property; undefined if there is none of that name. */
export const propertyOf = ({ properties }: OpenApiSchema, name: string) =>
  properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
