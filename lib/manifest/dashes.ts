/**
 * Where the dashes of a list of lines stand: all of a list are in one column, and all text of items is
 * further right. They are looked for as far as they are asked for.
 */
export class Dashes {
  private readonly offsets: number[];
  private readonly column: number;
  private allFound = false;

  /** @param start where the first one stands */
  constructor(
    private readonly source: string,
    start: number,
  ) {
    this.offsets = [start];
    this.column = columnOf(source, start);
  }

  /** The offset of an item's dash, or of the last dash there is. */
  at(item: number): number {
    while (!this.allFound && this.offsets.length <= item) this.findNext();
    return this.offsets[Math.min(item, this.offsets.length - 1)];
  }

  private findNext(): void {
    const { source, column, offsets } = this;
    const ends = /[\r\n]/g;
    ends.lastIndex = offsets.at(-1)!;
    while (ends.test(source)) {
      const line = ends.lastIndex;
      if (isDash(source, line + column) && isBlank(source, line, column)) {
        return void offsets.push(line + column);
      }
    }
    this.allFound = true;
  }
}

function columnOf(source: string, offset: number): number {
  let column = 0;
  while (offset > column && !isLineEnd(source[offset - column - 1])) column++;
  return column;
}

const isLineEnd = (character: string) => character === '\n' || character === '\r';

const isDash = (source: string, offset: number) =>
  source[offset] === '-' && (offset + 1 === source.length || /\s/.test(source[offset + 1]));

function isBlank(source: string, start: number, length: number): boolean {
  for (let at = start; at < start + length; at++) if (source[at] !== ' ') return false;
  return true;
}
