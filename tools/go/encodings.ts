import type { Facts } from '../openapi/facts';
import { flatten, type Placed } from './go-types';
import type { GoStructs } from './source';

/**
 * How Go writes a field: `!` always, `*` whenever it is set, even to a zero value, `~` as null where it is
 * not set, `?` where the struct has something. The usual way has no sign: a zero value and a struct that is
 * not there are left out.
 */
export type Encoding = '' | '!' | '*' | '~' | '?';

/** type → field → how each minor writes it, where one does not in the usual way. */
export interface Encodings {
  readonly [type: string]: { readonly [field: string]: { readonly [minor: string]: Encoding } };
}

/** Packages, by `group.version`, of a minor. */
export interface MinorPackages {
  readonly minor: number;
  readonly packages: ReadonlyMap<string, GoStructs>;
}

/** How fields are written that are not written in the usual way. */
export function encodings(facts: Facts, minors: readonly MinorPackages[]): Encodings {
  const types: { [type: string]: { [field: string]: { [minor: string]: Encoding } } } = {};
  for (const name of Object.keys(facts.types)) {
    for (const { minor, packages } of minors) {
      for (const field of fieldsOf(name, packages)) {
        const fact = facts.types[name][field.json!];
        if (fact && covers(fact.minors, minor)) {
          ((types[name] ??= {})[field.json!] ??= {})[minor] = encodingOf(field, fact.type);
        }
      }
    }
  }
  return withoutUsual(types);
}

function fieldsOf(name: string, packages: MinorPackages['packages']): Placed[] {
  const [group, version, struct] = name.split('.');
  const structs = packages.get(`${group}.${version}`);
  return structs ? flatten(structs, packages, struct) : [];
}

const covers = (range: readonly [number, number] | undefined, minor: number) =>
  !range || (range[0] <= minor && minor <= range[1]);

/** Types that are structs in Go, though one value in JSON. */
const WRITE_THEMSELVES = /^(quantity|intOrString|time|microTime|object|any)$/;

/** Go leaves out empty lists, maps, texts and numbers, never a struct (encoding/json, omitempty). */
function encodingOf({ pointer, omits }: Placed, type: string): Encoding {
  const struct = WRITE_THEMSELVES.test(type) || type.includes('.');
  const held = !/^(\[\]|\{\})/.test(type) && struct;
  if (pointer) return omits ? (held && type.includes('.') ? '' : '*') : '~';
  if (!held) return omits ? '' : '!';
  return omits === 'zero' ? '?' : '!';
}

function withoutUsual(types: Encodings): Encodings {
  return Object.fromEntries(
    Object.entries(types).flatMap(([type, fields]) => {
      const own = Object.entries(fields)
        .filter(([, minors]) => Object.values(minors).some(Boolean))
        .sort(([a], [b]) => (a < b ? -1 : 1));
      return own.length ? [[type, Object.fromEntries(own)]] : [];
    }),
  );
}

/** One type a line; a field's minors are written as ranges: `!`, or `!30-33?34-36` where they differ. */
export function encodingsText(all: Encodings): string {
  const rows = Object.entries(all).map(([type, fields]) => {
    const short = Object.fromEntries(
      Object.entries(fields).map(([field, minors]) => [field, ranges(minors)]),
    );
    return `  ${JSON.stringify(type)}: ${JSON.stringify(short)}`;
  });
  return `{\n${rows.join(',\n')}\n}\n`;
}

function ranges(minors: { readonly [minor: string]: Encoding }): string {
  const runs: { encoding: Encoding; first: number; last: number }[] = [];
  for (const [minor, encoding] of Object.entries(minors)) {
    const run = runs.at(-1);
    if (run?.encoding === encoding) run.last = Number(minor);
    else runs.push({ encoding, first: Number(minor), last: Number(minor) });
  }
  if (runs.length === 1) return runs[0].encoding;
  return runs
    .filter(({ encoding }) => encoding)
    .map(({ encoding, first, last }) => `${encoding}${first}-${last}`)
    .join('');
}
