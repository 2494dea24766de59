import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FindingPosition } from '../validate/finding';

/**
 * A place in a compiled file, and so in the source that its map leads to; the same place where there is no
 * map.
 */
export function originalPosition(place: Required<FindingPosition>): Required<FindingPosition> {
  const map = isAbsolute(place.file) && existsSync(place.file) ? mapOf(place.file) : undefined;
  const entry = map && new SourceMap(map.payload).findEntry(place.line - 1, place.column - 1);
  if (!entry || !('originalSource' in entry)) return place;
  const { originalSource, originalLine, originalColumn } = entry;
  const root = resolve(map.folder, map.payload.sourceRoot ?? '');
  const file = originalSource.startsWith('file:')
    ? fileURLToPath(originalSource)
    : resolve(root, originalSource);
  return existsSync(file) ? { file, line: originalLine + 1, column: originalColumn + 1 } : place;
}

interface LocatedSourceMap {
  readonly payload: ConstructorParameters<typeof SourceMap>[0];
  readonly folder: string;
}

const LINK = /^\/\/[#@] sourceMappingURL=(\S+)\s*$/m;
const INLINE = /^data:application\/json;(?:charset=[\w-]+;)?base64,/;

/** The map that the last lines of a file name: a file beside it, or the text itself. */
function mapOf(file: string): LocatedSourceMap | undefined {
  const text = readFileSync(file, 'utf8');
  const link = LINK.exec(text.slice(Math.max(0, text.lastIndexOf('\n//'))))?.[1];
  if (link === undefined || (/^\w+:/.test(link) && !INLINE.test(link))) return undefined;
  const path = resolve(dirname(file), decodeURI(link));
  const json = INLINE.test(link)
    ? Buffer.from(link.replace(INLINE, ''), 'base64').toString()
    : readFileSync(path, 'utf8');
  return { payload: JSON.parse(json), folder: INLINE.test(link) ? dirname(file) : dirname(path) };
}
