import { INSTANCES } from './instances';
import type { Random } from './random';

/*
 * Inputs are JSON, so that a failure can be kept as a file. What JSON lacks is written as a map with one key,
 * "$".
 */

/** What JSON lacks, by the name that stands for it. */
const SPECIAL: { readonly [name: string]: () => unknown } = {
  undefined: () => undefined,
  NaN: () => NaN,
  Infinity: () => Infinity,
  symbol: () => Symbol('odd'),
  bigint: () => 10n ** 30n,
  function: () => () => 'odd',
  class: () => class Odd {},
  date: () => new Date(0),
  map: () => new Map([['a', 1]]),
  set: () => new Set([1]),
  boxed: () => Object('odd') as unknown,
  hole: () => [1, , 2],
  cyclic: () => cyclic(),
  bare: () => Object.create(null) as unknown,
  buffer: () => Buffer.from('odd'),
  error: () => new Error('odd'),
  proxy: () => new Proxy({}, { get: (_target, key) => (key === 'name' ? 'odd' : undefined) }),
  getter: () => ({
    get name() {
      return 'odd';
    },
  }),
  prototype: () => Object.create({ name: 'odd' }) as unknown,
  frozen: () => Object.freeze({ name: 'odd', labels: Object.freeze({}) }),
  typed: () => new Uint8Array(3),
  promise: () => Promise.resolve('odd'),
  weakmap: () => new WeakMap(),
  deep: () => nested(4_000),
  ...INSTANCES,
};

function nested(depth: number): unknown {
  let value: unknown = 'odd';
  for (let left = depth; left > 0; left--) value = left % 2 ? [value] : { name: value };
  return value;
}

function cyclic(): unknown {
  const list: unknown[] = [];
  list.push(list);
  return list;
}

/** The value that an input stands for. */
export function decoded(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input;
  if (Array.isArray(input)) return input.map(decoded);
  const { $: special } = input as { readonly $?: unknown };
  if (typeof special === 'string' && Object.hasOwn(SPECIAL, special)) return SPECIAL[special]();
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, decoded(value)]));
}

const TEXTS = [
  '',
  ' ',
  '\n',
  '0',
  '-1',
  '1e400',
  '9'.repeat(400),
  'x'.repeat(5_000),
  '../..',
  '*/5 * * * *',
  '\ud800',
  '🦄',
  '$(A)',
  '[::1',
  '1Ei',
  'a=b',
  'a: b',
  '\u00a0',
  '\u2028',
  '\u202e',
  '\u001b[2J',
  '::warning::x',
  'toString',
  '__proto__',
  'constructor',
  'nginx:1.27',
  '100Mi',
  '5s',
  '/var/log/a',
  'null',
  '~',
];
const NUMBERS = [0, -0, -1, 1, 1.5, 80, 65_536, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308];
const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  'a.b',
  'a/b',
  '\u0000',
  '\ud800',
  '$',
  'name',
  'kind',
  'items',
];

/** Any value, in the form of an input. */
export function anyValue(random: Random, depth = 3): unknown {
  switch (random.below(depth > 0 ? 8 : 6)) {
    case 0:
      return null;
    case 1:
      return random.chance(0.5);
    case 2:
      return random.pick(NUMBERS);
    case 3:
    case 4:
      return random.pick(TEXTS);
    case 5:
      return { $: random.pick(Object.keys(SPECIAL)) };
    case 6:
      return Array.from({ length: random.below(4) }, () => anyValue(random, depth - 1));
    default:
      return Object.fromEntries(
        Array.from({ length: random.below(4) }, () => [random.pick(KEYS), anyValue(random, depth - 1)]),
      );
  }
}

type Holder = { [key: string]: unknown };

/** A copy of an input in which some values are others, gone, or there twice. */
export function mutated(input: unknown, random: Random): unknown {
  let copy = structuredClone(input);
  for (let left = 1 + random.below(3); left > 0; left--) {
    const places = placesIn(copy);
    if (!places.length || random.chance(0.02)) copy = anyValue(random);
    else mutate(random.pick(places), random);
  }
  return copy;
}

interface Place {
  readonly holder: Holder;
  readonly key: string;
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => [
    { holder: value as Holder, key },
    ...placesIn((value as Holder)[key]),
  ]);
}

function mutate({ holder, key }: Place, random: Random): void {
  switch (random.below(6)) {
    case 0:
      return remove(holder, key);
    case 1:
      return Array.isArray(holder) ? remove(holder, key) : rename(holder, key, random);
    case 2:
      return void (holder[key] = [holder[key], structuredClone(holder[key])]);
    default:
      holder[key] = anyValue(random);
  }
}

function remove(holder: Holder, key: string): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}

function rename(holder: Holder, key: string, random: Random): void {
  const name = random.chance(0.5) ? random.pick(KEYS) : `${key.slice(0, -1)}${key.at(-1)}x`;
  const value = holder[key];
  remove(holder, key);
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}
