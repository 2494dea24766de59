import type { Source } from '../manifest/source';
import { codeFrame } from '../report/code-frame';
import { excerptOf } from '../report/excerpt';

/** The lines around a place, the place marked. */
export function frameAt(
  { lines }: Source,
  place: { readonly line: number; readonly column: number },
): string {
  return codeFrame(excerptOf(lines, place), place);
}
