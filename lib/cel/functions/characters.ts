import { type List, ListValue, tooLarge } from '../values/collections';
import { spend } from '../values/meter';
import { fail, show, type Value } from '../values/value';
import { type Library, typed } from './declare';
import { formatText } from './format-text';
import { quoteText } from './quote';

/** The longest text that a function may make. */
const LONGEST_TEXT = 10_000_000;

const outOfRange = (index: bigint): never => fail(`index out of range: ${index}`);

/** Positions count characters, of which some take two units of UTF-16. */
const charactersOf = (text: string) => Array.from(text);

function charAt(text: string, index: bigint): string {
  const characters = charactersOf(text);
  if (index < 0n || index > characters.length) return outOfRange(index);
  return characters[Number(index)] ?? '';
}

/** The minor that no longer takes any offset for the place of an empty text. */
const CHECKED_OFFSETS = 37;

type Search = (text: string, part: string, offset?: bigint) => bigint;

const searchIn = (minor: number, search: Search): Search =>
  minor >= CHECKED_OFFSETS
    ? search
    : (text, part, offset) => (part === '' && offset !== undefined ? offset : search(text, part, offset));

function indexOf(text: string, part: string, offset = 0n): bigint {
  if (offset < 0n) return outOfRange(offset);
  const characters = charactersOf(text);
  if (part === '') return offset > characters.length ? BigInt(characters.length) : offset;
  if (offset >= characters.length) return -1n;
  const skipped = characters.slice(0, Number(offset)).join('');
  const found = text.indexOf(part, skipped.length);
  return found < 0 ? -1n : BigInt(charactersOf(text.slice(0, found)).length);
}

function lastIndexOf(text: string, part: string, offset?: bigint): bigint {
  const characters = charactersOf(text);
  if (offset !== undefined && offset < 0n) return outOfRange(offset);
  const end = BigInt(characters.length);
  if (part === '') return offset === undefined || offset > end ? end : offset;
  if (offset !== undefined && offset >= end) return -1n;
  const until = offset === undefined ? text.length : characters.slice(0, Number(offset)).join('').length;
  const found = text.lastIndexOf(part, until);
  return found < 0 ? -1n : BigInt(charactersOf(text.slice(0, found)).length);
}

const withinLimit = (length: number): void => {
  spend(length >> 4);
  if (length > LONGEST_TEXT) throw tooLarge();
};

/** The text with some occurrences replaced; all of them if the count is negative (strings.Replace). */
function replace(text: string, part: string, by: string, count = -1n): string {
  const pieces = splitAt(text, part, count < 0n ? Infinity : Number(count));
  withinLimit(text.length + pieces.length * by.length);
  return pieces.join(by);
}

/** The text cut at most a number of times; at an empty text, before, between and after characters. */
function splitAt(text: string, separator: string, times: number): string[] {
  const pieces = separator === '' ? ['', ...charactersOf(text), ''] : text.split(separator);
  if (separator === '' && text === '') pieces.pop();
  if (pieces.length - 1 <= times) return pieces;
  return [...pieces.slice(0, times), pieces.slice(times).join(separator)];
}

/** strings.SplitN: no pieces if there may be none. */
function split(text: string, separator: string, most = -1n): Value {
  if (most === 0n) return new ListValue([]);
  const pieces = separator === '' ? charactersOf(text) : text.split(separator);
  const limit = most < 0n ? Infinity : Number(most);
  if (pieces.length <= limit) return new ListValue(pieces);
  return new ListValue([...pieces.slice(0, limit - 1), pieces.slice(limit - 1).join(separator)]);
}

function substring(text: string, start: bigint, end?: bigint): string {
  const characters = charactersOf(text);
  const size = BigInt(characters.length);
  if (end !== undefined && start > end) return fail(`invalid substring range. start: ${start}, end: ${end}`);
  if (start < 0n || start > size) return outOfRange(start);
  if (end !== undefined && (end < 0n || end > size)) return outOfRange(end);
  return characters.slice(Number(start), end === undefined ? undefined : Number(end)).join('');
}

function join(list: List, separator = ''): string {
  let length = 0;
  const texts = list.items.map((item) => {
    if (typeof item !== 'string') return fail(`join: invalid input: ${show(item)}`);
    withinLimit((length += item.length + separator.length));
    return item;
  });
  return texts.join(separator);
}

/** What unicode.IsSpace takes for space. */
const SPACE = '\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const LEADING = new RegExp(`^[${SPACE}]+`);
const SPACES = new RegExp(`[${SPACE}]`);

function trim(text: string): string {
  let end = text.length;
  while (end > 0 && SPACES.test(text[end - 1])) end--;
  return text.slice(0, end).replace(LEADING, '');
}

/** Texts as cel-go's extension handles them (ext.Strings, version 2). */
export const characters = (minor: number): readonly Library[] => [
  typed({
    'string.charAt(int) -> string': charAt,
    'string.indexOf(string) -> int': indexOf,
    'string.indexOf(string, int) -> int': searchIn(minor, indexOf),
    'string.lastIndexOf(string) -> int': lastIndexOf,
    'string.lastIndexOf(string, int) -> int': searchIn(minor, lastIndexOf),
    'string.lowerAscii() -> string': (text: string) => text.replace(/[A-Z]+/g, (part) => part.toLowerCase()),
    'string.replace(string, string) -> string': replace,
    'string.replace(string, string, int) -> string': replace,
    'string.split(string) -> list(string)': split,
    'string.split(string, int) -> list(string)': split,
    'string.substring(int) -> string': substring,
    'string.substring(int, int) -> string': substring,
    'string.trim() -> string': trim,
    'string.upperAscii() -> string': (text: string) => text.replace(/[a-z]+/g, (part) => part.toUpperCase()),
    'strings.quote(string) -> string': quoteText,
    'list(string).join() -> string': join,
    'list(string).join(string) -> string': join,
  }),
];

export const FORMATTING: readonly Library[] = [typed({ 'string.format(list(dyn)) -> string': formatText })];
