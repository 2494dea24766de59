import {
  apiVersionOf,
  creatable,
  type MinorDocuments,
  type Resource,
  type Schema,
  shortName,
} from './documents';
import type { Descriptions, Facts, FieldFacts, KindFacts, TypeFacts } from './facts';

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

/** Merges the documents of all minors into one table of facts. */
export function mergeFacts(documents: readonly MinorDocuments[]): Facts {
  const minors = documents.map(({ minor }) => minor);
  const types: { [name: string]: TypeFacts } = {};
  for (const name of typeNames(documents)) {
    types[shortName(name)] = mergeType(name, documents);
  }
  return { minors, types, kinds: mergeKinds(documents) };
}

/** Descriptions that the newest minor that has it gives of each of `types`. */
export function describe(documents: readonly MinorDocuments[], types: readonly string[]): Descriptions {
  const schemas: MinorDocuments['schemas'] = Object.assign(
    {},
    ...documents.map((document) => document.schemas),
  );
  const chosen = Object.keys(schemas)
    .filter((name) => types.includes(shortName(name)))
    .sort();
  return Object.fromEntries(chosen.map((name) => [shortName(name), describeType(name, documents)]));
}

function describeType(name: string, documents: readonly MinorDocuments[]): { [field: string]: string } {
  const texts: { [field: string]: string } = {};
  for (const { schemas } of documents) {
    const schema = schemas[name];
    if (schema) texts[''] = schema.description ?? '';
    for (const [field, { description }] of Object.entries(schema?.properties ?? {})) {
      texts[field] = description ?? '';
    }
  }
  return texts;
}

function typeNames(documents: readonly MinorDocuments[]): string[] {
  const names = documents.flatMap(({ schemas }) =>
    Object.keys(schemas).filter((name) => schemas[name].properties ?? isEmptyStruct(name, schemas[name])),
  );
  return [...new Set(names)].sort();
}

/** A struct without fields: every key in it is unknown. */
const isEmptyStruct = (name: string, { type }: Schema) => type === 'object' && !SCALARS[shortName(name)];

function mergeType(name: string, documents: readonly MinorDocuments[]): TypeFacts {
  const having = documents.filter(({ schemas }) => schemas[name]);
  const fields = [
    ...new Set(having.flatMap(({ schemas }) => Object.keys(schemas[name].properties ?? {}))),
  ].sort();
  return Object.fromEntries(fields.map((field) => [field, mergeField(name, field, having)]));
}

function mergeField(name: string, field: string, documents: readonly MinorDocuments[]): FieldFacts {
  const schemaIn = ({ schemas }: MinorDocuments) => schemas[name]?.properties?.[field];
  const having = documents.filter(schemaIn);
  const newest = having.at(-1)!;
  const expressions = new Set(having.map((document) => expression(schemaIn(document)!)));
  if (expressions.size > 1) {
    throw new Error(`${name}.${field} changed its type: ${[...expressions].join(', ')}`);
  }
  const schema = schemaIn(newest)!;
  const values = schema.enum ?? schema.items?.enum;
  return {
    type: expression(schema),
    ...range(having, documents),
    ...(newest.schemas[name].required?.includes(field) ? { required: true as const } : {}),
    ...(values ? { enum: values } : {}),
    ...(isZero(schema.default) ? {} : { default: schema.default }),
  };
}

function range(
  having: readonly MinorDocuments[],
  all: readonly MinorDocuments[],
): { minors?: [number, number] } {
  return having.length === all.length ? {} : { minors: [having[0].minor, having.at(-1)!.minor] };
}

const isZero = (value: unknown) => !value || JSON.stringify(value) === '{}';

function expression(schema: Schema): string {
  const reference = schema.$ref ?? schema.allOf?.[0].$ref;
  if (reference) {
    const name = shortName(reference.split('/').at(-1)!);
    return SCALARS[name] ?? name;
  }
  if (schema.items) return `[]${expression(schema.items)}`;
  if (schema.additionalProperties) return `{}${expression(schema.additionalProperties)}`;
  return plainExpression(schema);
}

function plainExpression({ type, format }: Schema): string {
  switch (type) {
    case 'object':
      return 'object';
    case 'boolean':
      return 'bool';
    case 'integer':
    case 'number':
      return format!;
    case 'string':
      return format === 'byte' ? 'bytes' : 'string';
    default:
      throw new Error(`no type expression for type ${type}`);
  }
}

function mergeKinds(documents: readonly MinorDocuments[]): KindFacts[] {
  const kinds = new Map<string, KindFacts>();
  for (const { schemas, resources } of documents) {
    for (const resource of creatable(resources)) {
      const apiVersion = apiVersionOf(resource);
      const having = documents.filter((document) =>
        document.resources.some((other) => sameKind(other, resource)),
      );
      kinds.set(`${apiVersion} ${resource.kind}`, {
        apiVersion,
        kind: resource.kind,
        type: shortName(typeOfKind(schemas, resource)),
        plural: resource.plural,
        namespaced: resource.namespaced,
        ...range(having, documents),
      });
    }
  }
  return [...kinds.values()].sort((a, b) =>
    `${a.apiVersion} ${a.kind}` < `${b.apiVersion} ${b.kind}` ? -1 : 1,
  );
}

const sameKind = (a: Resource, b: Resource) =>
  a.group === b.group && a.version === b.version && a.kind === b.kind;

function typeOfKind(schemas: MinorDocuments['schemas'], { group, version, kind }: Resource): string {
  const found = Object.keys(schemas).find((name) =>
    schemas[name]['x-kubernetes-group-version-kind']?.some(
      (gvk) => gvk.group === group && gvk.version === version && gvk.kind === kind,
    ),
  );
  if (!found) {
    throw new Error(`no schema for ${group}/${version} ${kind}`);
  }
  return found;
}
