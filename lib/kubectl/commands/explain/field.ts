import {
  type ApiDocuments,
  itemsOf,
  type OpenApiSchema,
  propertyOf,
  referred,
  valuesOf,
} from './api-documents';

/** One field on the way to another. */
export interface Step {
  readonly name: string;
  /** What lies around the object that it holds, the outermost first. */
  readonly around: readonly ('list' | 'map')[];
}

/** A field in the schema of a kind. */
export interface FoundField {
  readonly steps: readonly Step[];
  /** Name of the type that has it; that of the kind for the kind itself. */
  readonly owner: string;
  readonly schema: OpenApiSchema;
  /** Whether its owner must have it. */
  readonly isRequired: boolean;
  /** Name of the type that it holds; undefined if it holds no fields. */
  readonly holds?: string;
}

/** Finds a field as `explain` does; undefined if the type has none at the path. */
export function fieldAt(
  type: string,
  path: readonly string[],
  documents: ApiDocuments,
): FoundField | undefined {
  let found: FoundField | undefined = {
    steps: [],
    owner: type,
    schema: { $ref: SCHEMAS + type },
    isRequired: true,
    holds: type,
  };
  for (const name of path) {
    const parent: FoundField = found;
    const object = objectIn(parent.schema, documents).schema;
    const schema = propertyOf(object, name);
    if (!schema) return undefined;
    const { around, type: holds } = objectIn(schema, documents);
    found = {
      steps: [...parent.steps, { name, around }],
      owner: parent.holds ?? parent.owner,
      schema,
      isRequired: object.required?.includes(name) ?? false,
      holds,
    };
  }
  return found;
}

const SCHEMAS = '#/components/schemas/';

interface Inner {
  readonly schema: OpenApiSchema;
  readonly around: readonly ('list' | 'map')[];
  readonly type?: string;
}

/** The object within lists and maps. */
function objectIn(schema: OpenApiSchema, documents: ApiDocuments): Inner {
  const reference = schema.$ref ?? (schema.allOf?.length === 1 ? schema.allOf[0].$ref : undefined);
  const target = referred(reference, documents);
  if (target) {
    const inner = objectIn(target, documents);
    return {
      ...inner,
      type: inner.type ?? (target.properties ? reference!.slice(SCHEMAS.length) : undefined),
    };
  }
  const items = itemsOf(schema);
  const inside = items ?? valuesOf(schema);
  if (!inside) return { schema, around: [] };
  const inner = objectIn(inside, documents);
  return { ...inner, around: [items ? 'list' : 'map', ...inner.around] };
}

/** Names of the fields in what a field holds. */
export const fieldNames = ({ schema }: FoundField, documents: ApiDocuments) =>
  Object.keys(objectIn(schema, documents).schema.properties ?? {});
