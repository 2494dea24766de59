import {
  apiVersionOf,
  creatable,
  type MinorDocuments,
  type Resource,
  type Schema,
  shortName,
} from './documents';
import { expression, isStruct } from './expression';
import type { Descriptions, Facts } from './facts';
import {
  factsOf,
  type FieldEntry,
  keyOfKind,
  type KindEntry,
  type Ledger,
  ledgerOf,
  type TypeEntry,
  withoutNewest,
} from './ledger';

export interface Merged {
  readonly facts: Facts;
  /** What cannot be merged, a line each; the facts have what they had before. */
  readonly conflicts: readonly string[];
}

/** Merges the documents of all minors, oldest first, into one table of facts. */
export function mergeFacts(documents: readonly MinorDocuments[]): Facts {
  return documents.reduce((known: Facts, next) => {
    const { facts, conflicts } = withMinor(known, next);
    if (conflicts.length) throw new Error(conflicts.join('\n'));
    return facts;
  }, NOTHING);
}

const NOTHING: Facts = { minors: [], types: {}, kinds: [] };

/**
 * Adds a minor to the facts, or reads the newest one again.
 *
 * @throws Error if it is older than the newest, or if minors between them are missing
 */
export function withMinor(facts: Facts, documents: MinorDocuments): Merged {
  const newest = facts.minors.at(-1) ?? documents.minor - 1;
  if (documents.minor !== newest && documents.minor !== newest + 1) {
    throw new Error(`1.${documents.minor} does not follow 1.${newest}, the newest minor of the tables`);
  }
  const known = ledgerOf(facts);
  const before = documents.minor === newest ? withoutNewest(known) : known;
  const conflicts: string[] = [];
  const ledger: Ledger = {
    minors: [...before.minors, documents.minor],
    types: mergeTypes(before.types, documents, conflicts),
    kinds: mergeKinds(before.kinds, documents),
  };
  return { facts: factsOf(ledger), conflicts };
}

function mergeTypes(
  before: Ledger['types'],
  { minor, schemas }: MinorDocuments,
  conflicts: string[],
): Ledger['types'] {
  const types = new Map(before);
  const published = Object.values(schemas).some(({ properties = {} }) =>
    Object.values(properties).some((field) => valuesOf(field)),
  );
  for (const [name, schema] of Object.entries(schemas)) {
    if (!isStruct(name, schema)) continue;
    const short = shortName(name);
    const old = types.get(short);
    types.set(short, {
      minors: [old?.minors[0] ?? minor, minor],
      fields: mergeFields({ name: short, old, schema, minor, published, conflicts }),
    });
  }
  return types;
}

interface Merging {
  readonly name: string;
  readonly old: TypeEntry | undefined;
  readonly schema: Schema;
  readonly minor: number;
  /** Whether the documents list the values of enums. */
  readonly published: boolean;
  readonly conflicts: string[];
}

function mergeFields({ name, old, schema, minor, published, conflicts }: Merging): TypeEntry['fields'] {
  const fields = new Map(old?.fields);
  for (const [field, given] of Object.entries(schema.properties ?? {})) {
    const known = fields.get(field);
    const type = typeOf(given);
    if (known && type !== known.type) {
      conflicts.push(
        `${name}.${field} changed its type from ${known.type} to ${type ?? 'one without a name'}`,
      );
    } else if (!type) {
      conflicts.push(
        `${name}.${field} has a type that no type expression stands for: ${JSON.stringify(given)}`,
      );
      continue;
    }
    const values = published ? valuesOf(given) : known?.enum;
    fields.set(field, {
      type: known?.type ?? type!,
      minors: [known?.minors[0] ?? minor, minor],
      ...(schema.required?.includes(field) ? { required: true as const } : {}),
      ...(values ? { enum: values } : {}),
      ...(isZero(given.default) ? {} : { default: given.default }),
    } satisfies FieldEntry);
  }
  return fields;
}

function typeOf(schema: Schema): string | undefined {
  try {
    return expression(schema);
  } catch {
    return undefined;
  }
}

const valuesOf = ({ enum: own, items }: Schema) => own ?? items?.enum;

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
  if (!found) {
    throw new Error(`no schema for ${group}/${version} ${kind}`);
  }
  return found;
}

/** Descriptions that the newest minor that has it gives of each of `types`. */
export const describe = (documents: readonly MinorDocuments[], types: readonly string[]): Descriptions =>
  documents.reduce((known: Descriptions, next) => withDescriptions(known, next, types), {});

/** Adds the descriptions that a minor gives of `types`, and forgets those of other types. */
export function withDescriptions(
  known: Descriptions,
  { schemas }: MinorDocuments,
  types: readonly string[],
): Descriptions {
  const named = new Map(Object.entries(schemas).map(([name, schema]) => [shortName(name), schema]));
  return Object.fromEntries(
    types.flatMap((type) => {
      const texts = { ...known[type], ...(named.has(type) ? textsOf(named.get(type)!) : {}) };
      return Object.keys(texts).length ? [[type, texts]] : [];
    }),
  );
}

const textsOf = ({ description = '', properties = {} }: Schema): { [field: string]: string } => ({
  '': description,
  ...Object.fromEntries(
    Object.entries(properties).map(([field, { description: text = '' }]) => [field, text]),
  ),
});
