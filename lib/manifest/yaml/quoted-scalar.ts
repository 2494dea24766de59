import { BLANK, BREAK, CLASSES, END, QUOTING } from './characters';
import type { Cursor } from './cursor';
import { EVENT_ID, SCALAR_STYLE, type ScalarEvent } from './events';
import { passFolded } from './folding';

const SINGLE_QUOTE = 39;
const BACKSLASH = 92;

/** The text in quotes that has been read so far. */
interface Quoted {
  /** What is not as it is written; undefined as long as all is. */
  value: string | undefined;
  /** From where on it is. */
  kept: number;
}

/** yaml_parser_scan_flow_scalar, go.yaml.in/yaml/v2. */
export function scanQuotedScalar(cursor: Cursor): ScalarEvent {
  const quote = cursor.code();
  const open = cursor.pos++;
  const start = cursor.pos;
  const quoted: Quoted = { value: undefined, kept: start };
  while (!isClosed(cursor, quoted, quote, open)) continue;
  const end = cursor.pos++;
  return {
    type: EVENT_ID.SCALAR,
    valueStart: start,
    valueEnd: end,
    anchorStart: -1,
    anchorEnd: -1,
    tagStart: -1,
    tag: '',
    style: quote === SINGLE_QUOTE ? SCALAR_STYLE.SINGLE_QUOTED : SCALAR_STYLE.DOUBLE_QUOTED,
    value: quoted.value === undefined ? undefined : quoted.value + cursor.text.slice(quoted.kept, end),
  };
}

/** Whether the quote ends here; if not, passes the next part that is not what is written. */
function isClosed(cursor: Cursor, quoted: Quoted, quote: number, open: number): boolean {
  const { codes } = cursor;
  let { pos } = cursor;
  while ((CLASSES[codes[pos]] & (BREAK | END | QUOTING)) === 0) pos++;
  cursor.pos = pos;
  const code = codes[pos];
  if (code === quote) {
    if (code !== SINGLE_QUOTE || cursor.code(1) !== SINGLE_QUOTE) return true;
    replace(cursor, quoted, pos + 1, () => void (cursor.pos += 2));
  } else if (CLASSES[code] & BREAK) {
    replace(cursor, quoted, blanksBefore(codes, quoted.kept, pos), () => passBreaks(cursor, open));
  } else if (code === BACKSLASH && quote !== SINGLE_QUOTE) {
    replace(cursor, quoted, pos, () => escaped(cursor, open));
  } else if (CLASSES[code] & END) {
    throw cursor.failure('found unexpected end of stream', open);
  } else {
    cursor.pos++;
  }
  return false;
}

/** Takes over what is as it is written, up to some place, and adds what another part means. */
function replace(cursor: Cursor, quoted: Quoted, end: number, pass: () => string | void): void {
  const before = cursor.text.slice(quoted.kept, end);
  quoted.value = (quoted.value ?? '') + before + (pass() ?? '');
  quoted.kept = cursor.pos;
}

function blanksBefore(codes: Uint16Array, start: number, end: number): number {
  let at = end;
  while (at > start && CLASSES[codes[at - 1]] & BLANK) at--;
  return at;
}

function passBreaks(cursor: Cursor, open: number): string | undefined {
  const folded = passFolded(cursor, 0);
  if (cursor.isAtDocumentMark()) throw cursor.failure('found unexpected document indicator', open);
  return folded;
}

/** What an escape sequence means; of a line break, what follows in the next lines. */
function escaped(cursor: Cursor, open: number): string {
  if (cursor.is(BREAK, 1)) {
    cursor.pos++;
    return afterEscapedBreak(cursor, open);
  }
  const letter = cursor.text[cursor.pos + 1];
  const text = ESCAPES.get(letter);
  if (text !== undefined) {
    cursor.pos += 2;
    return text;
  }
  const length = CODE_LENGTHS.get(letter);
  if (length === undefined) throw cursor.failure('found unknown escape character');
  return character(cursor, length);
}

/** Further breaks stay breaks. */
function afterEscapedBreak(cursor: Cursor, open: number): string {
  let breaks = '';
  cursor.passBreak();
  while (cursor.is(BLANK | BREAK)) {
    if (cursor.is(BREAK)) breaks += cursor.passBreak();
    else cursor.pos++;
  }
  if (cursor.isAtDocumentMark()) throw cursor.failure('found unexpected document indicator', open);
  return breaks;
}

function character(cursor: Cursor, length: number): string {
  cursor.pos += 2;
  const digits = cursor.text.slice(cursor.pos, cursor.pos + length);
  if (!/^[\da-fA-F]+$/.test(digits) || digits.length < length) {
    throw cursor.failure('did not find expected hexdecimal number');
  }
  const code = parseInt(digits, 16);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) {
    throw cursor.failure('found invalid Unicode character escape code');
  }
  cursor.pos += length;
  return String.fromCodePoint(code);
}

const ESCAPES = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

/** Digits of a code point that is given by its number. */
const CODE_LENGTHS = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);
