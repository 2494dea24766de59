import { BLANK, BREAK, END, WORD } from './characters';
import type { Cursor } from './cursor';
import { scanTagDirective } from './tags';
import { type TagText, TOKEN } from './tokens';

export interface Directive {
  readonly type: typeof TOKEN.VERSION_DIRECTIVE | typeof TOKEN.TAG_DIRECTIVE;
  /** Of `%YAML`, the version as its suffix. */
  readonly tag: TagText;
}

/** yaml_parser_scan_directive, go.yaml.in/yaml/v2. */
export function scanDirective(cursor: Cursor): Directive {
  cursor.pos++;
  const directive = directiveOf(cursor, scanName(cursor));
  cursor.passLineEnd();
  return directive;
}

function directiveOf(cursor: Cursor, name: string): Directive {
  if (name === 'YAML') {
    return { type: TOKEN.VERSION_DIRECTIVE, tag: { handle: '', suffix: scanVersion(cursor) } };
  }
  if (name === 'TAG') return { type: TOKEN.TAG_DIRECTIVE, tag: scanTagDirective(cursor) };
  throw cursor.failure('found unknown directive name');
}

function scanName(cursor: Cursor): string {
  const start = cursor.pos;
  while (cursor.is(WORD)) cursor.pos++;
  if (cursor.pos === start) throw cursor.failure('could not find expected directive name');
  if (!cursor.is(BLANK | BREAK | END)) throw cursor.failure('found unexpected non-alphabetical character');
  return cursor.text.slice(start, cursor.pos);
}

function scanVersion(cursor: Cursor): string {
  cursor.passBlanks();
  const major = scanNumber(cursor);
  if (cursor.text[cursor.pos] !== '.') {
    throw cursor.failure("did not find expected digit or '.' character");
  }
  cursor.pos++;
  return `${major}.${scanNumber(cursor)}`;
}

function scanNumber(cursor: Cursor): number {
  const [digits] = /^\d*/.exec(cursor.text.slice(cursor.pos, cursor.pos + 3))!;
  if (digits.length > 2) throw cursor.failure('found extremely long version number');
  if (digits === '') throw cursor.failure('did not find expected version number');
  cursor.pos += digits.length;
  return Number(digits);
}
