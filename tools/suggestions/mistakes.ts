import { isMap, valueAt } from '../../lib/object/value-at';
import { rename } from './change';
import { Plain } from './manifest-text';
import { type Holder, type Place, type Way } from './places';

/** A mistake that people make in a manifest: what each place becomes by it, in all the ways there are. */
export interface Mistake {
  readonly name: string;
  readonly variants: (place: Place, manifest: unknown) => readonly Variant[];
}

/** One way to make a mistake in a place. */
export interface Variant {
  /** Makes the mistake. */
  readonly make: (copy: unknown) => unknown;
  /** Writes in the place what is meant by the mistake, if that is not what is there. */
  readonly mean?: (copy: unknown) => unknown;
}

const isString = (value: unknown): value is string => typeof value === 'string';
const isWord = (value: unknown): value is string => isString(value) && /^[A-Z][A-Za-z]+$/.test(value);

const upper = (text: string) => text[0].toUpperCase() + text.slice(1);
const snake = (text: string) => text.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** One letter too few, too many, another, and two the wrong way round. */
function typos(word: string): string[] {
  if (word.length < 4) return [];
  const middle = Math.floor(word.length / 2);
  const [before, after] = [word.slice(0, middle), word.slice(middle)];
  return [
    before + after.slice(1),
    before + after[0] + after,
    `${before}x${after.slice(1)}`,
    before.slice(0, -1) + after[0] + before.at(-1)! + after.slice(1),
  ];
}

interface Field {
  readonly key: string;
  readonly way: Way;
}

function renames(names: (field: Field) => readonly string[]): Mistake['variants'] {
  return ({ way }, manifest) => {
    const key = way.at(-1)!;
    const holder = valueAt(manifest, way.slice(0, -1)) as Holder;
    if (typeof key !== 'string') return [];
    return names({ key, way })
      .filter((name) => name && !Object.hasOwn(holder, name))
      .map((name) => ({ make: (copy) => rename(valueAt(copy, way.slice(0, -1)), key, name) }));
  };
}

function moves(targets: (way: Way, manifest: unknown) => readonly Way[]): Mistake['variants'] {
  return ({ way }, manifest) => {
    const key = way.at(-1)!;
    if (typeof key !== 'string' || way.length < 2) return [];
    return targets(way, manifest)
      .filter(
        (target) =>
          isMap(valueAt(manifest, target)) && !Object.hasOwn(valueAt(manifest, target) as Holder, key),
      )
      .map((target) => ({
        make: (copy) => {
          const from = valueAt(copy, way.slice(0, -1)) as Holder;
          const to = valueAt(copy, target) as Holder;
          to[key] = from[key];
          delete from[key];
        },
      }));
  };
}

/** Into each map beside it, and into the entries of a list beside it. */
function lowered(place: Place, manifest: unknown): ReturnType<Mistake['variants']> {
  const around = place.way.slice(0, -1);
  const beside = Object.entries((valueAt(manifest, around) ?? {}) as Holder).filter(
    ([key]) => key !== place.way.at(-1),
  );
  const targets = beside.flatMap(([key, value]) =>
    Array.isArray(value) && value.length === 1 ? [[...around, key, 0]] : [[...around, key]],
  );
  return moves(() => targets)(place, manifest);
}

/** @param meant what is meant by a value that is written, if it is not the one that was there */
function replaced(
  values: (value: unknown) => readonly unknown[],
  meant?: (value: unknown) => unknown,
): Mistake['variants'] {
  return ({ way, value: given }) => {
    const write = (value: unknown) => (copy: unknown) => {
      (valueAt(copy, way.slice(0, -1)) as Holder)[way.at(-1)!] = value;
    };
    return values(given).map((value) => ({ make: write(value), mean: meant && write(meant(value)) }));
  };
}

/** Scalars that YAML does not read as strings. */
const NO_STRINGS = [
  '0644',
  '1.10',
  '47704e5',
  'off',
  'N',
  'yes',
  '1_000',
  '0x1f',
  '12:30:00',
  '8080',
  'true',
];

/** The string itself without quotes, if that makes it something else; else what people write so. */
function unquoted(value: unknown): readonly string[] {
  if (!isString(value)) return [];
  return /^([-+]?[\d.]+|true|false|yes|no|on|off)$/.test(value) ? [value] : NO_STRINGS;
}

const quoted = (value: unknown) => (['number', 'boolean'].includes(typeof value) ? [String(value)] : []);

const wrapped = (value: unknown) =>
  ['string', 'number', 'boolean'].includes(typeof value) ? [[value], { value }] : [];

/** What is written for an amount that ends in a unit, or in none. */
function quantities(value: unknown): readonly string[] {
  const [, number, unit] = (isString(value) && /^(\d+)([KMGT]i|[kMGTm])$/.exec(value)) || [];
  if (unit === undefined) return [];
  if (unit === 'm') return [`${number} m`, `${number}mc`, `${number}M cpu`, `${number}millicores`];
  return [`${number} ${unit}`, `${number}${unit}B`, `${number}${unit.toLowerCase()}`, `${number}${unit[0]}B`];
}

const cases = (value: unknown) => (isWord(value) ? [value.toLowerCase(), value.toUpperCase()] : []);

function named(place: Place, manifest: unknown): ReturnType<Mistake['variants']> {
  if (!/^(name|namespace|.*Name)$/.test(String(place.way.at(-1)))) return [];
  return replaced((value) =>
    isString(value) && value ? [upper(value), value.replaceAll('-', '_'), `${value} `] : [],
  )(place, manifest);
}

/** Kinds of mistake of people, after the collection of what they met. */
export const MISTAKES: readonly Mistake[] = [
  { name: 'key: case', variants: renames(({ key }) => [upper(key), key.toLowerCase(), snake(key)]) },
  { name: 'key: typo', variants: renames(({ key }) => typos(key)) },
  { name: 'key: number', variants: renames(({ key }) => [key.endsWith('s') ? key.slice(0, -1) : `${key}s`]) },
  { name: 'field: too high', variants: moves((way) => [way.slice(0, -2), way.slice(0, -3)]) },
  { name: 'field: too low', variants: lowered },
  {
    name: 'scalar: no quotes',
    variants: replaced(
      (value) => unquoted(value).map((text) => new Plain(text)),
      (value) => (value as Plain).text,
    ),
  },
  { name: 'scalar: quotes', variants: replaced(quoted) },
  { name: 'scalar: list or map', variants: replaced(wrapped) },
  {
    name: 'list: no list',
    variants: replaced(
      (value) => (Array.isArray(value) && value.length ? [value[0]] : []),
      (value) => [value],
    ),
  },
  { name: 'quantity: unit', variants: replaced(quantities) },
  { name: 'word: case', variants: replaced(cases) },
  { name: 'word: typo', variants: replaced((value) => (isWord(value) ? typos(value) : [])) },
  { name: 'name: characters', variants: named },
];
