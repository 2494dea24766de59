import { compareBytes, quote } from '../../../go/format';
import { goText } from '../../../go/print';
import { sprintf } from '../../../go/printf';

/** A function of templates: of its arguments it makes a value, or it throws an Error in Go's words. */
export type TemplateFunction = (...values: unknown[]) => unknown;

/** What counts as true. */
export function isTrue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return Boolean(value);
}

type Kind = 'bool' | 'int' | 'float' | 'string';

function kindOf(value: unknown): Kind {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  throw new Error('invalid type for comparison');
}

function same(left: unknown, right: unknown): boolean {
  if (left === null || left === undefined || right === null || right === undefined) {
    return (left ?? null) === (right ?? null);
  }
  if (kindOf(left) !== kindOf(right)) throw new Error('incompatible types for comparison');
  return left === right;
}

function equal(first: unknown, ...others: unknown[]): boolean {
  if (!others.length) throw new Error('missing argument for comparison');
  return others.some((other) => same(first, other));
}

function less(left: unknown, right: unknown): boolean {
  if (kindOf(left) !== kindOf(right)) throw new Error('incompatible types for comparison');
  if (kindOf(left) === 'bool') throw new Error('invalid type for comparison');
  return typeof left === 'string'
    ? compareBytes(left, right as string) < 0
    : (left as number) < (right as number);
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (Array.isArray(value)) return value.length;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length;
  if (value === null || value === undefined) throw new Error('len of nil pointer');
  throw new Error(`len of type ${typeof value === 'boolean' ? 'bool' : 'int64'}`);
}

function index(value: unknown, ...keys: unknown[]): unknown {
  return keys.reduce((current, key) => {
    if (current === null || current === undefined) throw new Error('index of untyped nil');
    if (Array.isArray(current) || typeof current === 'string') return itemAt(current, key);
    if (typeof current !== 'object') {
      throw new Error(`can't index item of type ${typeof current === 'boolean' ? 'bool' : 'int64'}`);
    }
    if (typeof key !== 'string') {
      throw new Error(`value has type ${typeof key === 'number' ? 'int' : 'bool'}; should be string`);
    }
    return Object.hasOwn(current, key) ? (current as { readonly [key: string]: unknown })[key] : undefined;
  }, value);
}

function itemAt(list: readonly unknown[] | string, key: unknown): unknown {
  if (typeof key !== 'number') throw new Error(`cannot index slice/array with type ${typeof key}`);
  const items = typeof list === 'string' ? Buffer.from(list) : list;
  if (key < 0 || key >= items.length) throw new Error(`index out of range: ${key}`);
  return items[key];
}

function slice(value: unknown, ...bounds: number[]): unknown {
  if (typeof value !== 'string' && !Array.isArray(value)) {
    throw new Error(`can't slice item of type ${typeof value}`);
  }
  const items = typeof value === 'string' ? Buffer.from(value) : value;
  const [start = 0, end = items.length] = bounds;
  const outside = bounds.find((bound) => bound < 0 || bound > items.length);
  if (outside !== undefined) throw new Error(`index out of range: ${outside}`);
  if (start > end) throw new Error(`invalid slice index: ${start} > ${end}`);
  return typeof value === 'string'
    ? Buffer.from(value).subarray(start, end).toString()
    : value.slice(start, end);
}

/** A space stands between what is no string, on both sides (fmt.Sprint). */
const print = (...values: unknown[]) =>
  values
    .map((value, at) => {
      const apart = at > 0 && typeof value !== 'string' && typeof values[at - 1] !== 'string';
      return (apart ? ' ' : '') + goText(value);
    })
    .join('');

const escaped = (text: string, escapes: { readonly [character: string]: string }) =>
  text.replace(/[^]/gu, (character) => escapes[character] ?? character);

const HTML = { '"': '&#34;', "'": '&#39;', '&': '&amp;', '<': '&lt;', '>': '&gt;', '\0': '\ufffd' };
const JS = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '<': '\\u003C',
  '>': '\\u003E',
  '&': '\\u0026',
  '=': '\\u003D',
  '\n': '\\u000A',
  '\r': '\\u000D',
  '\t': '\\u0009',
};

function base64decode(text: unknown): string {
  if (typeof text !== 'string') throw new Error(`wrong type for value; expected string; got ${typeof text}`);
  const clean = text.replace(/[\r\n]/g, '');
  const bad = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?/.exec(clean)![0].length;
  if (bad < clean.length) throw new Error(`base64 decode failed: illegal base64 data at input byte ${bad}`);
  return Buffer.from(clean, 'base64').toString();
}

/** printers.exists: whether an index leads to something. */
function exists(value: unknown, ...keys: unknown[]): boolean {
  try {
    const found = index(value, ...keys);
    return found !== undefined && found !== null;
  } catch {
    return false;
  }
}

/** All but `and` and `or`, which stop at the first that decides. */
export const FUNCTIONS: { readonly [name: string]: TemplateFunction } = {
  not: (value) => !isTrue(value),
  eq: equal,
  ne: (left, right) => !same(left, right),
  lt: less,
  le: (left, right) => less(left, right) || same(left, right),
  gt: (left, right) => !less(left, right) && !same(left, right),
  ge: (left, right) => !less(left, right),
  len: lengthOf,
  index,
  slice: (value, ...bounds) => slice(value, ...(bounds as number[])),
  print,
  println: (...values) => `${values.map(goText).join(' ')}\n`,
  printf: (format, ...values) => sprintf(String(format), values),
  html: (...values) => escaped(print(...values), HTML),
  js: (...values) => escaped(print(...values), JS),
  urlquery: (...values) =>
    encodeURIComponent(print(...values))
      .replaceAll('%20', '+')
      .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`),
  call: (value) => {
    throw new Error(`non-function ${quote(goText(value))} of type ${typeof value}`);
  },
  exists,
  base64decode,
};

export const FUNCTION_NAMES: ReadonlySet<string> = new Set(['and', 'or', ...Object.keys(FUNCTIONS)]);
