import { isMap } from '../../../go/sorted-keys';
import { KubectlError } from '../../errors';
import type { ApiDocuments, OpenApiProperties, OpenApiSchema } from './api-documents';

const OBJECT_META = '#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';
const METADATA: OpenApiSchema = {
  description:
    "Standard object's metadata. More info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#metadata",
  allOf: [{ $ref: OBJECT_META }],
};

/** How deep schemas may be nested; deeper ones are no work of people. */
const MAX_DEPTH = 500;

/**
 * The schema of a custom resource as a server publishes it, with the fields of every object
 * (buildKubeNative, apiextensions-apiserver 1.36).
 *
 * @throws KubectlError if it is nested too deep
 */
export function customSchema(given: unknown, documents: ApiDocuments): OpenApiSchema {
  if (!isMap(given)) return { type: 'object' };
  const schema = schemaFrom(given, documents, 0);
  return { ...schema, properties: { ...schema.properties, ...typeMeta(documents), metadata: METADATA } };
}

/** The two fields, described as in all other kinds. */
function typeMeta(documents: ApiDocuments): OpenApiProperties {
  const { apiVersion, kind } = documents.schema('io.k8s.api.core.v1.Pod')!.properties!;
  return { apiVersion, kind };
}

/** Keywords of the right type; a definition may hold anything before a server has looked at it. */
function schemaFrom(given: Record<string, unknown>, documents: ApiDocuments, depth: number): OpenApiSchema {
  if (depth > MAX_DEPTH) throw new KubectlError(`the schema is nested more than ${MAX_DEPTH} levels deep`);
  const inner = (value: unknown) => (isMap(value) ? schemaFrom(value, documents, depth + 1) : undefined);
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const list = (value: unknown) => (Array.isArray(value) ? (value as unknown[]) : undefined);
  const { externalDocs } = given;
  const schema: OpenApiSchema = {
    type: text(given.type),
    description: text(given.description),
    default: given.default,
    enum: list(given.enum),
    required: list(given.required)?.map(String),
    items: inner(given.items),
    additionalProperties: inner(given.additionalProperties),
    allOf: list(given.allOf)?.flatMap((part) => inner(part) ?? []),
    properties: isMap(given.properties) ? propertiesFrom(given.properties, inner) : undefined,
    untypedBefore3: given.nullable === true || given['x-kubernetes-preserve-unknown-fields'] === true,
    ...(isMap(externalDocs) && {
      externalDocs: { description: text(externalDocs.description), url: text(externalDocs.url) },
    }),
  };
  return given['x-kubernetes-embedded-resource'] === true ? embedded(schema, documents) : schema;
}

function propertiesFrom(
  given: Record<string, unknown>,
  inner: (value: unknown) => OpenApiSchema | undefined,
): OpenApiProperties {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      const schema = inner(value);
      return schema ? [[name, schema]] : [];
    }),
  );
}

/** addEmbeddedProperties, apiextensions-apiserver 1.36. */
function embedded(schema: OpenApiSchema, documents: ApiDocuments): OpenApiSchema {
  const { apiVersion, kind } = typeMeta(documents);
  const own: OpenApiProperties = {
    apiVersion: {
      ...apiVersion,
      description: `apiVersion defines the versioned schema of this representation of an object. ${RESOURCES}`,
    },
    kind: {
      ...kind,
      description: `kind is a string value representing the type of this object. In CamelCase. ${KINDS}`,
    },
    metadata: METADATA,
  };
  const required = new Set([...(schema.required ?? []), 'kind', 'apiVersion']);
  return { ...schema, properties: { ...schema.properties, ...own }, required: [...required] };
}

const CONVENTIONS =
  'More info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md';
const RESOURCES = `${CONVENTIONS}#resources`;
const KINDS = `${CONVENTIONS}#types-kinds`;
