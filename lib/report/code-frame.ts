import type { Lines } from '../manifest/text';

/** Lines shown before and after the one in question. */
const CONTEXT = 1;

/** Characters of a line that are shown. */
const WIDTH = 160;

/** The lines around a place, numbered, the place marked with a caret. */
export function codeFrame(lines: Lines, line: number, column: number): string {
  const first = Math.max(1, line - CONTEXT);
  const last = Math.min(lines.count, line + CONTEXT);
  const gutter = String(last).length;
  const rows: string[] = [];
  for (let number = first; number <= last; number++) {
    const text = lines.line(number);
    if (number > line && number === lines.count && text === '') break;
    rows.push(`${number === line ? '>' : ' '} ${String(number).padStart(gutter)} | ${text.slice(0, WIDTH)}`.trimEnd());
    if (number === line) rows.push(`  ${' '.repeat(gutter)} | ${marker(text, column)}`);
  }
  return rows.join('\n');
}

/** Tabs stay tabs, so that the caret stands where the place is. */
const marker = (text: string, column: number) => `${text.slice(0, Math.min(column - 1, WIDTH)).replace(/[^\t]/g, ' ')}^`;
