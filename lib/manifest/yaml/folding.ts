import { BREAK } from './characters';
import type { Cursor } from './cursor';

const TAB = 9;

/**
 * Passes blanks and line breaks, and returns what the breaks mean; undefined if there is none.
 *
 * @param indent column that no tab may stand left of after a break
 */
export function passFolded(cursor: Cursor, indent: number): string | undefined {
  cursor.passBlanks();
  if (!cursor.is(BREAK)) return undefined;
  const first = cursor.passBreak();
  let more = '';
  for (;;) {
    cursor.passSpaces();
    if (cursor.is(BREAK)) {
      more += cursor.passBreak();
    } else if (cursor.code() === TAB) {
      if (cursor.column < indent) throw cursor.failure('found a tab character that violates indentation');
      cursor.pos++;
    } else {
      return first === '\n' ? more || ' ' : first + more;
    }
  }
}
