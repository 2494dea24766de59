import type { Source } from '../manifest/source';
import { codeFrame } from '../report/code-frame';
import { excerptOf } from '../report/excerpt';

/** The lines around a place, the place marked. */
export function frameAt(source: Source, { line, column }: { readonly line: number; readonly column: number }): string {
  return codeFrame(excerptOf(source, line), line, column);
}
