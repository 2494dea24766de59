import type { EncodingSigns } from '../generate/encodings';
import type { Facts, MinorRange } from '../openapi/facts';
import { flatten, type Placed } from './go-types';
import type { GoStructs } from './source';

/**
 * How Go writes a field: `!` always, `*` whenever it is set, even to a zero value, `~` as null where it is
 * not set, `?` where the struct has something. The usual way has no sign: a zero value and a struct that is
 * not there are left out.
 */
export type Encoding = '' | '!' | '*' | '~' | '?';

/** type → field → how each minor writes it, where one does not in the usual way. */
interface Encodings {
  readonly [type: string]: { readonly [field: string]: { readonly [minor: string]: Encoding } };
}

/** Packages, by `group.version`, of a minor. */
export interface MinorPackages {
  readonly minor: number;
  readonly packages: ReadonlyMap<string, GoStructs>;
}

/** Adds how a minor writes fields to what is known of the minors before. */
export function withEncodings(
  facts: Facts,
  known: EncodingSigns,
  { minor, packages }: MinorPackages,
): EncodingSigns {
  const types: { [type: string]: { [field: string]: { [minor: string]: Encoding } } } = {};
  for (const [name, fields] of Object.entries(facts.types)) {
    const own = new Map(fieldsOf(name, packages).map((field) => [field.json!, field]));
    for (const [field, fact] of Object.entries(fields)) {
      const range = fact.minors ?? facts.typeMinors?.[name] ?? [facts.minors[0], facts.minors.at(-1)!];
      const minors = spelledOut(known[name]?.[field] ?? '', range);
      if (own.has(field) && covers(range, minor)) minors[minor] = encodingOf(own.get(field)!, fact.type);
      (types[name] ??= {})[field] = minors;
    }
  }
  return signsOf(withoutUsual(types));
}

/** How each minor of the range writes a field: a sign without minors stands for all of them. */
function spelledOut(signs: string, [first, last]: MinorRange): { [minor: string]: Encoding } {
  const minors: { [minor: string]: Encoding } = {};
  for (let minor = first; minor <= last; minor++) minors[minor] = /\d/.test(signs) ? '' : (signs as Encoding);
  for (const [, sign, from, to] of signs.matchAll(/([!*~?])(\d+)-(\d+)/g)) {
    for (let minor = Number(from); minor <= Number(to); minor++) minors[minor] = sign as Encoding;
  }
  return minors;
}

function fieldsOf(name: string, packages: MinorPackages['packages']): Placed[] {
  const [group, version, struct] = name.split('.');
  const structs = packages.get(`${group}.${version}`);
  return structs ? flatten(structs, packages, struct) : [];
}

const covers = ([first, last]: MinorRange, minor: number) => first <= minor && minor <= last;

/** Types that are structs in Go, though one value in JSON. */
const WRITE_THEMSELVES = /^(quantity|intOrString|time|microTime|object|any)$/;

/** Go leaves out empty lists, maps, texts and numbers, never a struct (encoding/json, omitempty). */
function encodingOf({ pointer, omits }: Placed, type: string): Encoding {
  const struct = WRITE_THEMSELVES.test(type) || type.includes('.');
  const held = !/^(\[\]|\{\})/.test(type) && struct;
  const object = held && type.includes('.') && !type.includes('|');
  if (pointer) return omits ? (object ? '' : '*') : '~';
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

const signsOf = (all: Encodings): EncodingSigns =>
  Object.fromEntries(
    Object.entries(all).map(([type, fields]) => [
      type,
      Object.fromEntries(Object.entries(fields).map(([field, minors]) => [field, ranges(minors)])),
    ]),
  );

/** One type a line. */
export const encodingsText = (signs: EncodingSigns): string =>
  `{\n${Object.entries(signs)
    .map(([type, fields]) => `  ${JSON.stringify(type)}: ${JSON.stringify(fields)}`)
    .join(',\n')}\n}\n`;

/** A field's minors as ranges: `!`, or `!30-33?34-36` where they differ. */
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
