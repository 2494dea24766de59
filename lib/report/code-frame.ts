import type { Excerpt } from './reported';

/** Characters of a line that are shown. */
const WIDTH = 160;

/** The lines around a place, numbered, the place marked with a caret. */
export function codeFrame({ first, lines }: Excerpt, line: number, column: number): string {
  const gutter = String(first + lines.length - 1).length;
  return lines.flatMap((text, index) => {
    const number = first + index;
    const row = `${number === line ? '>' : ' '} ${String(number).padStart(gutter)} | ${text.slice(0, WIDTH)}`.trimEnd();
    return number === line ? [row, `  ${' '.repeat(gutter)} | ${marker(text, column)}`] : [row];
  }).join('\n');
}

/** Tabs stay tabs, so that the caret stands where the place is. */
const marker = (text: string, column: number) => `${text.slice(0, Math.min(column - 1, WIDTH)).replace(/[^\t]/g, ' ')}^`;
