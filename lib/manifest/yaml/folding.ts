import { BLANK, BREAK, CLASSES } from './characters';
import type { Cursor } from './cursor';

const TAB = 9;

/**
 * Passes blanks and line breaks, and returns what the breaks mean; undefined if there is none.
 *
 * @param indent column that no tab may stand left of after a break
 */
export function passFolded(cursor: Cursor, indent: number): string | undefined {
  const { text } = cursor;
  let first: string | undefined;
  let more = '';
  for (;;) {
    const code = text.charCodeAt(cursor.pos);
    const classes = CLASSES[code];
    if (classes & BLANK) {
      if (first !== undefined && code === TAB && cursor.column < indent) {
        throw cursor.failure('found a tab character that violates indentation');
      }
      cursor.pos++;
    } else if (!(classes & BREAK)) {
      break;
    } else if (first === undefined) {
      first = cursor.passBreak();
    } else {
      more += cursor.passBreak();
    }
  }
  if (first === undefined) return undefined;
  return first === '\n' ? more || ' ' : first + more;
}
