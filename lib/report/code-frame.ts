import { WIDTH } from './excerpt';
import { type Paint, PLAIN } from './paint';
import { columnsOf, printableLine } from './printable';
import type { Excerpt } from './reported';

/** The lines around a place, numbered, the place marked with a caret. */
export function codeFrame({ first, lines, cut = 0 }: Excerpt, line: number, column: number, paint: Paint = PLAIN): string {
  const gutter = String(first + lines.length - 1).length;
  return lines.flatMap((text, index) => {
    const number = first + index;
    const here = number === line;
    const row = `${paint('gutter', `${here ? '>' : ' '} ${String(number).padStart(gutter)} |`)} ${shown(text, cut)}`.trimEnd();
    return here ? [row, `${paint('gutter', `  ${' '.repeat(gutter)} |`)} ${caret(text, column - 1 - cut, cut, paint)}`] : [row];
  }).join('\n');
}

function shown(text: string, cut: number): string {
  const end = text.length > WIDTH ? '…' : '';
  return `${cut && text ? '…' : ''}${printableLine(text.slice(0, WIDTH))}${end}`;
}

function caret(text: string, before: number, cut: number, paint: Paint): string {
  const columns = columnsOf(printableLine(text.slice(0, before))) + (cut ? 1 : 0);
  return ' '.repeat(columns) + paint('place', '^');
}
