import { countBelow } from './count-below';

/**
 * Why bytes are not text. Its code tells it from a bug, like those of node:fs: each bundled file has a class
 * of its own.
 */
export class UnreadableText extends Error {
  readonly code = 'ERR_UNREADABLE_TEXT';
}

/**
 * The text of a file's bytes: UTF-8, or UTF-16 where a byte order mark says so, as kubectl reads them.
 *
 * @throws UnreadableText for a binary file
 */
export function textOf(bytes: Buffer): string {
  const text = decode(bytes);
  const nul = text.indexOf('\0');
  if (nul >= 0) throw new UnreadableText(`is a binary file: found a NUL byte at offset ${nul}`);
  return text;
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le');
  }
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return bytes.toString('utf8', start);
}

/** Line starts of a text, to turn offsets into lines and columns. */
export class Lines {
  private readonly starts: number[] = [0];

  /** @param before lines of the file before the text */
  constructor(
    private readonly text: string,
    private readonly before = 0,
  ) {
    if (text.includes('\r')) this.findMixedEnds();
    else this.findNewlines();
  }

  private findNewlines(): void {
    for (let start = this.text.indexOf('\n') + 1; start > 0; start = this.text.indexOf('\n', start) + 1) {
      this.starts.push(start);
    }
  }

  private findMixedEnds(): void {
    for (const { index, 0: end } of this.text.matchAll(/\r\n|\r|\n/g)) this.starts.push(index + end.length);
  }

  /** Line and column of an offset, both counted from 1. */
  at(offset: number): { readonly line: number; readonly column: number } {
    const index = this.indexOf(offset);
    return { line: this.before + index + 1, column: offset - this.starts[index] + 1 };
  }

  /** A line's text without its end; counted from 1. */
  line(line: number): string {
    const index = line - this.before - 1;
    return this.text.slice(this.starts[index], this.endOf(index));
  }

  /** Offsets of the first character of the line that an offset is in, and of its end. */
  around(offset: number): readonly [start: number, end: number] {
    const index = this.indexOf(offset);
    return [this.starts[index], this.endOf(index)];
  }

  private indexOf(offset: number): number {
    return Math.max(0, countBelow(this.starts, offset + 1) - 1);
  }

  private endOf(index: number): number {
    const { text, starts } = this;
    let end = starts[index + 1] ?? text.length;
    while (end > starts[index] && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
    return end;
  }

  /** Number of the first line. */
  get first(): number {
    return this.before + 1;
  }

  /** Number of the last line. */
  get last(): number {
    return this.before + this.starts.length;
  }
}
