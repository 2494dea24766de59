import {
  apiVersionOf,
  creatable,
  type MinorDocuments,
  type Resource,
  type Schema,
  shortName,
} from './documents';
import { expression, isStruct } from './expression';
import type { Facts, MinorRange } from './facts';
import {
  factsOf,
  type FieldEntry,
  keyOfKind,
  type KindEntry,
  type Ledger,
  ledgerOf,
  type TypeEntry,
} from './ledger';

export interface Merged {
  readonly facts: Facts;
  /** What cannot be merged, a line each; the facts keep what they had before. */
  readonly conflicts: readonly string[];
}

const NOTHING: Facts = { minors: [], types: {}, kinds: [] };

/** Merges the documents of all minors, oldest first, into one table of facts. */
export function mergeFacts(documents: readonly MinorDocuments[]): Facts {
  return documents.reduce((known: Facts, next) => {
    const { facts, conflicts } = withMinor(known, next);
    if (conflicts.length) throw new Error(conflicts.join('\n'));
    return facts;
  }, NOTHING);
}

/**
 * Adds a minor to the facts.
 *
 * @throws Error if it is not the one that follows their newest
 */
export function withMinor(known: Facts, documents: MinorDocuments): Merged {
  const { minor } = documents;
  assertNext(known.minors, minor);
  const before = ledgerOf(known);
  const conflicts: string[] = [];
  const facts = factsOf({
    minors: [...before.minors, minor],
    types: mergeTypes(before.types, documents, conflicts),
    kinds: mergeKinds(before.kinds, documents),
  });
  return { facts, conflicts };
}

export function assertNext(minors: readonly number[], minor: number): void {
  const newest = minors.at(-1);
  if (newest === undefined || minor === newest + 1) return;
  throw new Error(
    minors.includes(minor)
      ? `tools/openapi already has 1.${minor}: restore the files as they were before it to read it again`
      : `1.${minor} does not follow 1.${newest}, the newest minor in tools/openapi`,
  );
}

function mergeTypes(
  before: Ledger['types'],
  { minor, schemas }: MinorDocuments,
  conflicts: string[],
): Ledger['types'] {
  const types = new Map(before);
  const listed = listsValues(schemas);
  for (const [name, schema] of Object.entries(schemas)) {
    if (!isStruct(name, schema)) continue;
    const short = shortName(name);
    const old = types.get(short);
    types.set(short, {
      minors: [old?.minors[0] ?? minor, minor],
      fields: mergeFields(old, schema, minor, {
        listed,
        conflict: (field, what) => conflicts.push(`${short}.${field} ${what}`),
      }),
    });
  }
  return types;
}

interface Merging {
  /** Whether the documents list the values of enums; otherwise those of the minor before are kept. */
  readonly listed: boolean;
  conflict(field: string, what: string): void;
}

function mergeFields(
  old: TypeEntry | undefined,
  { properties = {}, required = [] }: Schema,
  minor: number,
  { listed, conflict }: Merging,
): TypeEntry['fields'] {
  const fields = new Map(old?.fields);
  for (const [field, schema] of Object.entries(properties)) {
    const known = fields.get(field);
    const type = mergedType(schema, known, (what) => conflict(field, what));
    const values = listed ? valuesOf(schema) : known?.enum;
    const more = { required: required.includes(field), values };
    if (type) fields.set(field, entryOf(type, [known?.minors[0] ?? minor, minor], schema, more));
  }
  return fields;
}

const entryOf = (
  type: string,
  minors: MinorRange,
  { default: preset }: Schema,
  { required, values }: { readonly required: boolean; readonly values?: readonly string[] },
): FieldEntry => ({
  type,
  minors,
  ...(required ? { required: true } : {}),
  ...(values ? { enum: values } : {}),
  ...(isZero(preset) ? {} : { default: preset }),
});

/** A field has one type in all minors: the one it had first. */
function mergedType(
  schema: Schema,
  known: FieldEntry | undefined,
  conflict: (what: string) => void,
): string | undefined {
  const type = expression(schema);
  if (known && type !== known.type) {
    conflict(`changed its type from ${known.type} to ${type ?? JSON.stringify(schema)}`);
  } else if (!type) {
    conflict(`has a type that no type expression stands for: ${JSON.stringify(schema)}`);
  }
  return known?.type ?? type;
}

const valuesOf = ({ enum: own, items }: Schema) => own ?? items?.enum;

/** Servers list the values of enums; the documents in Kubernetes' sources do not. */
export const listsValues = (schemas: MinorDocuments['schemas']) =>
  Object.values(schemas).some(({ properties = {} }) => Object.values(properties).some(valuesOf));

const isZero = (value: unknown) => !value || JSON.stringify(value) === '{}';

function mergeKinds(before: Ledger['kinds'], { minor, schemas, resources }: MinorDocuments): Ledger['kinds'] {
  const kinds = new Map(before);
  for (const resource of creatable(resources)) {
    const { kind, plural, namespaced } = resource;
    const entry: KindEntry = {
      apiVersion: apiVersionOf(resource),
      kind,
      type: shortName(typeOfKind(schemas, resource)),
      plural,
      namespaced,
      minors: [minor, minor],
    };
    const old = kinds.get(keyOfKind(entry));
    kinds.set(keyOfKind(entry), { ...entry, minors: [old?.minors[0] ?? minor, minor] });
  }
  return kinds;
}

function typeOfKind(schemas: MinorDocuments['schemas'], { group, version, kind }: Resource): string {
  const found = Object.keys(schemas).find((name) =>
    schemas[name]['x-kubernetes-group-version-kind']?.some(
      (gvk) => gvk.group === group && gvk.version === version && gvk.kind === kind,
    ),
  );
  if (!found) throw new Error(`no schema for ${group}/${version} ${kind}`);
  return found;
}
