import { BLANK, BREAK, CLASSES, COLON, END, FLOW } from './characters';
import { type Cursor, HASH } from './cursor';
import { EVENT_ID, SCALAR_STYLE, type ScalarEvent } from './events';
import { passFolded } from './folding';

/** yaml_parser_scan_plain_scalar, go.yaml.in/yaml/v2. */
export function scanPlainScalar(cursor: Cursor, indent: number, inFlow: boolean): ScalarEvent {
  const { text, codes, pos: start } = cursor;
  const stops = inFlow ? BLANK | BREAK | END | COLON | FLOW : BLANK | BREAK | END | COLON;
  let end = start;
  let kept = start;
  let value: string | undefined;
  let folded: string | undefined;
  while (cursor.code() !== HASH && !cursor.isAtDocumentMark()) {
    const { pos } = cursor;
    const wordsEnd = endOfWords(codes, pos, stops);
    if (wordsEnd > pos) {
      if (folded !== undefined) {
        value = (value ?? '') + text.slice(kept, end) + folded;
        kept = pos;
      }
      cursor.pos = end = wordsEnd;
    }
    if (!cursor.is(BLANK | BREAK)) break;
    folded = passFolded(cursor, indent);
    if (!inFlow && cursor.column < indent) break;
  }
  if (value !== undefined) value += text.slice(kept, end);
  return plainScalar(start, end, value);
}

/** The end of what no blank and no indicator interrupts. */
function endOfWords(codes: Uint16Array, start: number, stops: number): number {
  let pos = start;
  for (;;) {
    while ((CLASSES[codes[pos]] & stops) === 0) pos++;
    const isPart = CLASSES[codes[pos]] & COLON && !(CLASSES[codes[pos + 1]] & (BLANK | BREAK | END));
    if (!isPart) return pos;
    pos++;
  }
}

const plainScalar = (valueStart: number, valueEnd: number, value: string | undefined): ScalarEvent => ({
  type: EVENT_ID.SCALAR,
  valueStart,
  valueEnd,
  anchorStart: -1,
  anchorEnd: -1,
  tagStart: -1,
  tag: '',
  style: SCALAR_STYLE.PLAIN,
  value,
});

/** A scalar that is not written. */
export const EMPTY_SCALAR = plainScalar(-1, -1, undefined);
