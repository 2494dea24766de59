/** Lines with an indent, wrapped at 80 columns (kubectl pkg/explain/formatter.go, 1.36). */
export class Formatter {
  constructor(
    private readonly write: (text: string) => void,
    private readonly level = 0,
  ) {}

  indent(more: number): Formatter {
    return new Formatter(this.write, this.level + more);
  }

  line(text: string): void {
    this.write(text ? `${' '.repeat(this.level)}${text}\n` : '\n');
  }

  wrapped(text: string): void {
    for (const line of linesOf(text, WIDTH - this.level)) this.line(line);
  }
}

const WIDTH = 80;
/** strings.Fields and strings.TrimSpace of Go. */
const SPACES = /[\t\n\v\f\r \u0085\p{Z}]+/u;
const BULLET = /^(?:\d+\.?|-|\*)[\t\n\f\r ]/;

const wordsIn = (text: string) => text.split(SPACES).filter(Boolean);
const byteLength = (text: string) => Buffer.byteLength(text);

/** Puts words into lines; code, empty lines and lists keep their lines (wrapString, kubectl 1.36). */
function linesOf(text: string, width: number): string[] {
  const paragraph = new Paragraph(width);
  for (const line of text.split('\n')) {
    if (line.startsWith('    ')) paragraph.add(line);
    else if (paragraph.lines.length && !wordsIn(line).length) paragraph.add('');
    else paragraph.addWords(wordsIn(line));
  }
  paragraph.flush();
  return paragraph.lines;
}

class Paragraph {
  readonly lines: string[] = [];
  private words: string[] = [];
  private length = 0;
  /** The last word, unless it began a line because there was no room for it. */
  private last = '';

  constructor(private readonly width: number) {}

  add(line: string): void {
    this.flush();
    this.lines.push(line);
  }

  addWords(words: readonly string[]): void {
    if (this.last.endsWith(':') || !words.length || BULLET.test(words.join(' '))) this.flush();
    for (const word of words) {
      this.last = word;
      if (this.words.length && this.length + 1 + byteLength(word) > this.width) this.flush();
      this.length += byteLength(word) + (this.words.length ? 1 : 0);
      this.words.push(word);
    }
  }

  flush(): void {
    if (!this.words.length) return;
    this.lines.push(this.words.join(' '));
    this.words = [];
    this.length = 0;
    this.last = '';
  }
}
