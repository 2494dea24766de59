import { apiVersionOf, creatable, type MinorDocuments, type Schema, shortName } from '../openapi/documents';

/** What one side has and the other has not. */
export interface Changes {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export function changesBetween(before: Iterable<string>, after: Iterable<string>): Changes {
  const [old, now] = [new Set(before), new Set(after)];
  return {
    added: [...now].filter((one) => !old.has(one)).sort(),
    removed: [...old].filter((one) => !now.has(one)).sort(),
  };
}

export const kindsOf = ({ resources }: MinorDocuments) =>
  creatable(resources).map((resource) => `${apiVersionOf(resource)} ${resource.kind}`);

function* fields({ schemas }: MinorDocuments): Generator<[path: string, schema: Schema]> {
  for (const [name, { properties = {} }] of Object.entries(schemas)) {
    for (const [field, schema] of Object.entries(properties)) yield [`${shortName(name)}.${field}`, schema];
  }
}

export const fieldsOf = (documents: MinorDocuments) => [...fields(documents)].map(([path]) => path);

/** Values of enums: `core.v1.GRPCAction.mode: TLS`. */
export const valuesOf = (documents: MinorDocuments) =>
  [...fields(documents)].flatMap(([path, schema]) =>
    (schema.enum ?? schema.items?.enum ?? []).map((value) => `${path}: ${value}`),
  );

/** Fields that must be there. */
export const requiredOf = ({ schemas }: MinorDocuments) =>
  Object.entries(schemas).flatMap(([name, { required = [] }]) =>
    required.map((field) => `${shortName(name)}.${field}`),
  );
