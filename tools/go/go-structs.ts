import type { Facts } from '../openapi/facts';
import { flatten } from './go-types';
import type { GoStructs } from './source';

/**
 * type → its fields in the order of the Go struct; behind a `:` what its tags tell of merging,
 * `merge,retainKeys:name`.
 */
export interface GoStructFacts {
  readonly [type: string]: readonly string[];
}

/** Adds a package: its order counts, and behind it comes what only packages before it have. */
export function withStructs(
  { types }: Facts,
  known: GoStructFacts,
  packages: ReadonlyMap<string, GoStructs>,
): GoStructFacts {
  const all: { [type: string]: readonly string[] } = {};
  for (const type of Object.keys(types)) {
    const fields = completed(fieldsOf(type, packages), known[type] ?? []);
    if (fields.length) all[type] = fields;
  }
  return all;
}

function fieldsOf(type: string, packages: ReadonlyMap<string, GoStructs>): string[] {
  const [group, version, name] = type.split('.');
  const structs = packages.get(`${group}.${version}`);
  if (!structs) return [];
  return flatten(structs, packages, name).map(({ json, patchStrategy, patchMergeKey }) => {
    const key = patchMergeKey === undefined ? '' : `:${patchMergeKey}`;
    return patchStrategy === undefined && !key ? json! : `${json!}:${patchStrategy ?? ''}${key}`;
  });
}

const nameOf = (field: string) => field.split(':')[0];

/** Newer fields, and behind them what only older versions have. */
function completed(newer: readonly string[], older: readonly string[]): readonly string[] {
  const known = new Set(newer.map(nameOf));
  return [...newer, ...older.filter((field) => !known.has(nameOf(field)))];
}

/** One type a line, so that a change reads well in review. */
export function goStructsText(structs: GoStructFacts): string {
  const lines = Object.entries(structs)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, fields]) => `  ${JSON.stringify(type)}: ${JSON.stringify(fields)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}
