import type { FindingPosition } from '../validate/finding';
import { WIDTH } from './excerpt';
import { type Paint, PLAIN } from './paint';
import { columnsOf, printableLine } from '../text/printable';
import type { Excerpt } from './reported';

type LineColumn = Pick<FindingPosition, 'line' | 'column'>;

/** The lines around a place, numbered, the place marked with a caret; a margin stands before each. */
export function codeFrame(
  { first, lines, cut = 0 }: Excerpt,
  { line, column }: LineColumn,
  paint: Paint = PLAIN,
  margin = '',
): string {
  const gutter = String(first + lines.length - 1).length;
  const rows: string[] = [];
  lines.forEach((text, index) => {
    const here = first + index === line;
    const number = `${here ? '>' : ' '} ${String(first + index).padStart(gutter)} |`;
    rows.push(`${margin}${`${paint('gutter', number)} ${visiblePart(text, cut)}`.trimEnd()}`);
    if (here) {
      rows.push(
        `${margin}${paint('gutter', `  ${' '.repeat(gutter)} |`)} ${caret(text, column - 1 - cut, cut, paint)}`,
      );
    }
  });
  return rows.join('\n');
}

function visiblePart(text: string, cut: number): string {
  const end = text.length > WIDTH ? '…' : '';
  return `${cut && text ? '…' : ''}${printableLine(text.slice(0, WIDTH))}${end}`;
}

function caret(text: string, before: number, cut: number, paint: Paint): string {
  const columns = columnsOf(printableLine(text.slice(0, before))) + (cut ? 1 : 0);
  return ' '.repeat(columns) + paint('position', '^');
}
