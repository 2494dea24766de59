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
  const done: string[] = [];
  let words: string[] = [];
  let length = 0;
  const flush = () => {
    if (words.length) done.push(words.join(' '));
    words = [];
    length = 0;
  };
  for (const line of text.split('\n')) {
    const isCode = line.startsWith('    ');
    const isEmpty = !wordsIn(line).length;
    const last = words.at(-1);
    if (isCode || isEmpty || last?.endsWith(':') || BULLET.test(wordsIn(line).join(' '))) flush();
    if (isCode) done.push(line);
    else if (isEmpty && done.length) done.push('');
    if (isCode) continue;
    for (const word of wordsIn(line)) {
      if (words.length && length + 1 + byteLength(word) > width) flush();
      length += byteLength(word) + (words.length ? 1 : 0);
      words.push(word);
    }
  }
  flush();
  return done;
}
