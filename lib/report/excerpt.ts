import type { Lines } from '../manifest/text';
import type { Finding, FindingPosition } from '../validate/finding';
import type { Excerpt, ReportedFinding } from './reported';

/** Lines shown before and after the one in question. */
const CONTEXT = 1;

/** Characters of a line that are shown. */
export const WIDTH = 160;

/** Of a long line, characters shown before the place. */
const MAX_BEFORE = 60;

/** The lines around a place. Of long lines, only the part near the place is kept. */
export function excerptOf(
  lines: Lines,
  { line, column }: Pick<FindingPosition, 'line' | 'column'>,
  context = CONTEXT,
): Excerpt {
  const first = Math.max(lines.first, line - context);
  const last = Math.min(lines.last, line + context);
  const cut = column > WIDTH - MAX_BEFORE ? column - 1 - MAX_BEFORE : 0;
  const visible = Array.from({ length: last - first + 1 }, (_, index) =>
    lines.line(first + index).slice(cut, cut + WIDTH + 1),
  );
  if (last > line && last === lines.last && lines.line(last) === '') visible.pop();
  return cut ? { first, lines: visible, cut } : { first, lines: visible };
}

/** The lines of all places that a finding speaks of. */
export function excerptsOf(
  { position, related }: Finding,
  lines: Lines,
): Pick<ReportedFinding, 'excerpt' | 'relatedExcerpts'> {
  if (!position) return {};
  const excerpt = excerptOf(lines, position);
  return related
    ? {
        excerpt,
        relatedExcerpts: related.map((other) =>
          other.position && isHere(other.position, position, lines)
            ? excerptOf(lines, other.position, 0)
            : undefined,
        ),
      }
    : { excerpt };
}

/** Whether the lines have a place: those of another file, or of another part of the file, are not at hand. */
const isHere = (place: FindingPosition, { file }: FindingPosition, { first, last }: Lines) =>
  place.file === file && place.line >= first && place.line <= last;
