import type { Source } from '../manifest/source';
import type { Excerpt } from './reported';

/** Lines shown before and after the one in question. */
const CONTEXT = 1;

/** The lines of a text around one of them. */
export function excerptOf({ lines }: Source, line: number): Excerpt {
  const first = Math.max(lines.first, line - CONTEXT);
  const end = lines.last > line && lines.line(lines.last) === '' ? lines.last - 1 : lines.last;
  const last = Math.min(end, line + CONTEXT);
  return { first, lines: Array.from({ length: last - first + 1 }, (_, index) => lines.line(first + index)) };
}
