import { type Block } from './blocks';

/** Signs of a drawing that go up or down, and so have to meet what is above or below them. */
const UP = '│├┤┴┼└┘▲';
const DOWN = '│├┤┬┼┌┐▼';
const BOX = /[│├┤┬┴┼┌┐└┘]/;

/**
 * Whether a stroke ends at this sign: at a word, at the head of an arrow, or at a stroke that comes from the
 * other side.
 */
const meets = (sign: string | undefined, strokes: string) =>
  sign !== undefined && (strokes.includes(sign) || /[▲▼\p{L}\p{N}]/u.test(sign));

/**
 * Strokes of a drawing that lead up or down to nothing, by line and column: a box whose edges are not in line
 * has some.
 */
export function looseEnds(drawing: string): string[] {
  const rows = drawing.split('\n').map((line) => [...line]);
  return rows.flatMap((row, line) =>
    row.flatMap((sign, column) => {
      const above = BOX.test(sign) && UP.includes(sign) && !meets(rows[line - 1]?.[column], DOWN);
      const below = BOX.test(sign) && DOWN.includes(sign) && !meets(rows[line + 1]?.[column], UP);
      return above || below ? [`${line + 1}:${column + 1} ${sign}`] : [];
    }),
  );
}

export const isDrawing = ({ code }: Block): boolean => BOX.test(code);
