import { hasEntries, itemsOf, nestedIn, type Schema, valuesOf } from './schema';

const faults = new WeakMap<Schema, { readonly text: string | undefined }>();

/**
 * Why a schema cannot be taken for a structural one (NewStructural, pkg/apiserver/schema/convert.go 1.36).
 */
export function conversionFault(schema: Schema): string | undefined {
  let fault = faults.get(schema);
  if (!fault) faults.set(schema, (fault = { text: find(schema) }));
  return fault.text;
}

function find(schema: Schema): string | undefined {
  const unsupported = UNSUPPORTED.find(([, isSet]) => isSet(schema));
  if (unsupported) return `OpenAPIV3Schema '${unsupported[0]}' is not supported`;
  if (schema['x-kubernetes-preserve-unknown-fields'] === false) {
    return "internal error: 'x-kubernetes-preserve-unknown-fields' must be true or undefined";
  }
  if (Array.isArray(schema.items) && schema.items.length) {
    return "OpenAPIV3Schema 'items' must be a schema, but is an array";
  }
  for (const inner of below(schema)) {
    const fault = conversionFault(inner);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function* below(schema: Schema): Generator<Schema> {
  yield* nestedIn(schema);
  const [items, values] = [itemsOf(schema), valuesOf(schema)];
  if (items) yield items;
  yield* Object.values(schema.properties ?? {});
  if (values) yield values;
}

/** validateUnsupportedFields. */
const UNSUPPORTED: readonly (readonly [name: string, isSet: (schema: Schema) => boolean])[] = [
  ['id', ({ id }) => Boolean(id)],
  ['schema', ({ $schema }) => Boolean($schema)],
  ['$ref', ({ $ref }) => Boolean($ref)],
  ['patternProperties', ({ patternProperties }) => hasEntries(patternProperties)],
  ['dependencies', ({ dependencies }) => hasEntries(dependencies)],
  ['additionalItems', ({ additionalItems }) => additionalItems !== undefined],
  ['definitions', ({ definitions }) => hasEntries(definitions)],
];
