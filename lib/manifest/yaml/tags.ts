import { BLANK, BREAK, CLASSES, END, WORD } from './characters';
import type { Cursor } from './cursor';
import type { TagText } from './tokens';

const PERCENT = 37;

/** yaml_parser_scan_tag, go.yaml.in/yaml/v2. */
export function scanTag(cursor: Cursor): TagText {
  const tag = cursor.text.startsWith('!<', cursor.pos) ? scanVerbatim(cursor) : scanShort(cursor);
  if (!cursor.is(BLANK | BREAK | END)) throw cursor.failure('did not find expected whitespace or line break');
  return tag;
}

function scanVerbatim(cursor: Cursor): TagText {
  cursor.pos += 2;
  const suffix = scanUri(cursor, '');
  if (cursor.text[cursor.pos] !== '>') throw cursor.failure("did not find the expected '>'");
  cursor.pos++;
  return { handle: '', suffix };
}

function scanShort(cursor: Cursor): TagText {
  const handle = scanHandle(cursor);
  if (handle.length > 1 && handle.endsWith('!')) return { handle, suffix: scanUri(cursor, '') };
  const suffix = scanUri(cursor, handle);
  return suffix === '' ? { handle: '', suffix: '!' } : { handle: '!', suffix };
}

/** yaml_parser_scan_tag_directive_value. */
export function scanTagDirective(cursor: Cursor): TagText {
  cursor.passBlanks();
  const handle = scanHandle(cursor);
  if (handle !== '!' && !handle.endsWith('!')) throw cursor.failure("did not find expected '!'");
  if (!cursor.is(BLANK)) throw cursor.failure('did not find expected whitespace');
  cursor.passBlanks();
  const suffix = scanUri(cursor, '');
  if (!cursor.is(BLANK | BREAK | END)) throw cursor.failure('did not find expected whitespace or line break');
  return { handle, suffix };
}

/** `!` and a word, and a second `!` if there is one. */
function scanHandle(cursor: Cursor): string {
  const start = cursor.pos;
  if (cursor.text[start] !== '!') throw cursor.failure("did not find expected '!'");
  cursor.pos++;
  while (cursor.is(WORD)) cursor.pos++;
  if (cursor.text[cursor.pos] === '!') cursor.pos++;
  return cursor.text.slice(start, cursor.pos);
}

/** @param head what was read of a tag before, with its `!` */
function scanUri(cursor: Cursor, head: string): string {
  let uri = head.slice(1);
  let hasTag = head !== '';
  while (isUri(cursor)) {
    uri += cursor.code() === PERCENT ? scanOctets(cursor) : cursor.text[cursor.pos++];
    hasTag = true;
  }
  if (!hasTag) throw cursor.failure('did not find expected tag URI');
  return uri;
}

const isUri = (cursor: Cursor) =>
  (CLASSES[cursor.code()] & WORD) !== 0 || ";/?:@&=+$,.!~*'()[]%".includes(cursor.text[cursor.pos]);

/** A character given by the octets of its UTF-8. */
function scanOctets(cursor: Cursor): string {
  const octets = [scanOctet(cursor)];
  const width = widthOf(octets[0]);
  if (width === 0) throw cursor.failure('found an incorrect leading UTF-8 octet');
  while (octets.length < width) {
    const octet = scanOctet(cursor);
    if ((octet & 0xc0) !== 0x80) throw cursor.failure('found an incorrect trailing UTF-8 octet');
    octets.push(octet);
  }
  return Buffer.from(octets).toString('utf8');
}

function scanOctet(cursor: Cursor): number {
  const [octet] = /^%[\da-fA-F]{2}/.exec(cursor.text.slice(cursor.pos, cursor.pos + 3)) ?? [];
  if (octet === undefined) throw cursor.failure('did not find URI escaped octet');
  cursor.pos += 3;
  return parseInt(octet.slice(1), 16);
}

function widthOf(octet: number): number {
  if ((octet & 0x80) === 0) return 1;
  if ((octet & 0xe0) === 0xc0) return 2;
  if ((octet & 0xf0) === 0xe0) return 3;
  return (octet & 0xf8) === 0xf0 ? 4 : 0;
}
