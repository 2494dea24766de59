import type { Overload } from '../functions/declare';
import type { NamedFormat } from '../functions/named-formats';
import { charactersIn } from '../syntax/source';
import { List, MapValue } from '../values/collections';
import { Optional } from '../values/scalars';
import type { Value } from '../values/value';

/*
 * What evaluating costs on a server (interpreter/runtimecost.go, ext/sets.go and ext/lists.go of cel-go 0.26,
 * pkg/cel/library/cost.go of apiserver 1.36), so that what is too expensive there is refused here, too.
 */

/** The cost of a call with some arguments; the result is undefined if it failed. */
export type CallCost = (args: readonly Value[], result: Value | undefined) => number;

export const SELECT_COST = 1;
export const LIST_COST = 10;
export const MAP_COST = 30;
export const STRUCT_COST = 40;

/** Shares of the length of a text or pattern. */
const PER_CHARACTER = 0.1;
const PER_PATTERN_CHARACTER = 0.25;

const AUTHORIZATION = 350_000;

function sizeOf(value: Value | undefined): number {
  if (typeof value === 'string') return charactersIn(value);
  if (value instanceof List || value instanceof MapValue) return value.size;
  if (value instanceof Uint8Array) return value.length;
  return value instanceof Optional && value.hasValue ? sizeOf(value.value) : 1;
}

const portion = (size: number, share: number) => Math.ceil(size * share);

/** Reads a text once, or several times. */
const reads =
  (times = 1): CallCost =>
  ([text]) =>
    portion(sizeOf(text) * times, PER_CHARACTER);

const patternCost = (text: Value, pattern: number) =>
  portion(1 + sizeOf(text), PER_CHARACTER) * portion(pattern, PER_PATTERN_CHARACTER);

const matches: CallCost = ([text, pattern]) => patternCost(text, sizeOf(pattern));

const contains: CallCost = ([text, part]) =>
  portion(sizeOf(text), PER_CHARACTER) * portion(sizeOf(part), PER_CHARACTER);

const comparison: CallCost = ([one, other]) => portion(Math.min(sizeOf(one), sizeOf(other)), PER_CHARACTER);

const concatenation: CallCost = ([one, other]) => portion(sizeOf(one) + sizeOf(other), PER_CHARACTER);

/** What it costs to visit everything in a value. */
function traversal(value: Value | undefined): number {
  if (typeof value === 'string') return Math.trunc(Buffer.byteLength(value) * PER_CHARACTER);
  if (value instanceof Uint8Array) return Math.trunc(value.length * PER_CHARACTER);
  if (value instanceof List) return value.items.reduce<number>((sum, item) => sum + traversal(item), 0);
  if (!(value instanceof MapValue)) return 1;
  return value.keys().reduce<number>((sum, key) => sum + traversal(key) + traversal(value.find(key)), 0);
}

/** Networks are short: only a text that has to be parsed makes a difference. */
const network =
  (extra: number): CallCost =>
  ([, inner]) =>
    extra + (typeof inner === 'string' ? portion(sizeOf(inner), PER_CHARACTER) : 0);

const selector: CallCost = (args) => {
  const size = sizeOf(args[1]);
  return LIST_COST + portion(size, PER_CHARACTER) + portion(portion(size, 0.5), LIST_COST + STRUCT_COST);
};

const sets =
  (factor: number): CallCost =>
  ([one, other]) =>
    1 + sizeOf(one) * sizeOf(other) * factor;

const newList = (size: number) => Math.trunc(size) + 1 + LIST_COST;

/** Compares all the items of a list with each other. */
const selfComparison =
  (argument: number): CallCost =>
  (args) => {
    const list = args[argument] as List;
    const first = list.size ? list.at(0) : null;
    const isText = typeof first === 'string' || first instanceof Uint8Array;
    return newList(list.size ** 2 * (isText ? 2 + PER_CHARACTER : 2));
  };

const resultSize: CallCost = (_, result) => newList(sizeOf(result));

const visits: CallCost = ([first]) => traversal(first);

/** Costs of functions by their names. */
const BY_NAME: { readonly [name: string]: CallCost } = {
  ...Object.fromEntries(['isSorted', 'sum', 'max', 'min', 'indexOf', 'lastIndexOf'].map((n) => [n, visits])),
  ...Object.fromEntries(
    ['url', 'lowerAscii', 'upperAscii', 'substring', 'trim', 'jsonpatch.escapeKey'].map((n) => [n, reads()]),
  ),
  ...Object.fromEntries(
    ['cidr', 'isIP', 'isCIDR', 'quantity', 'isQuantity', 'semver', 'isSemver'].map((n) => [n, reads()]),
  ),
  check: () => AUTHORIZATION,
  fieldSelector: selector,
  labelSelector: selector,
  replace: reads(2),
  split: reads(2),
  'ip.isCanonical': reads(2),
  join: (_, result) => portion(sizeOf(result) * 2, PER_CHARACTER),
  find: matches,
  findAll: matches,
  ip: ([value]) => (typeof value === 'string' ? portion(sizeOf(value), PER_CHARACTER) : 1),
  containsIP: network(1),
  containsCIDR: network(3),
  validate: ([format, text]) => patternCost(text, (format as NamedFormat).patternLength),
  '_==_': comparison,
  '_!=_': comparison,
  'sets.contains': sets(1),
  'sets.intersects': sets(1),
  'sets.equivalent': sets(2),
  'lists.range': resultSize,
  slice: resultSize,
  reverse: resultSize,
  flatten: ([list, depth = 1n]) => newList(sizeOf(list) * Number(depth)),
  distinct: selfComparison(0),
  sort: selfComparison(0),
  '@sortByAssociatedKeys': selfComparison(1),
};

/** Costs of overloads that are known when the expression is compiled. */
const BY_OVERLOAD: { readonly [overload: string]: CallCost } = {
  'startsWith string': reads(),
  'endsWith string': reads(),
  'bytes string': reads(),
  'string bytes': reads(),
  'strings.quote string': reads(),
  'format string': reads(),
  'contains string': contains,
  'matches string': matches,
  '@in list': ([, list]) => sizeOf(list),
  ...Object.fromEntries(
    ['_<_', '_<=_', '_>_', '_>=_'].flatMap((name) =>
      ['string', 'bytes'].map((type) => [`${name} ${type}`, comparison]),
    ),
  ),
  '_+_ string': concatenation,
  '_+_ bytes': concatenation,
};

/** What calls of a function cost; undefined if it is always 1. */
export function callCostOf(name: string, overloads: readonly Overload[]): CallCost | undefined {
  const byName = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
  if (byName || overloads.length !== 1) return byName;
  const type = overloads[0].params[name === '@in' ? 1 : 0]?.name;
  const key = `${name} ${type}`;
  return Object.hasOwn(BY_OVERLOAD, key) ? BY_OVERLOAD[key] : undefined;
}
