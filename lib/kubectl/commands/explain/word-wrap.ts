/**
 * A text in lines of at most so many characters, if its words allow that (go-wordwrap's WrapString, which
 * kubectl's templates use, 1.36). Its line ends and the white space within lines stay.
 */
export function wordWrapped(text: string, limit: number): string {
  const wrap = new WordWrap(limit);
  for (const character of text) wrap.take(character);
  return wrap.end();
}

const NO_BREAK_SPACE = '\u00a0';
/** unicode.IsSpace of Go. */
const isSpace = (character: string) => /^[\t\v\f\r \u0085\p{Z}]$/u.test(character);

class WordWrap {
  private out = '';
  private column = 0;
  private word = '';
  private wordLength = 0;
  private space = '';

  constructor(private readonly limit: number) {}

  take(character: string): void {
    if (character === '\n') this.lineEnd();
    else if (character !== NO_BREAK_SPACE && isSpace(character)) this.spaced(character);
    else this.worded(character);
  }

  end(): string {
    if (this.word || this.column + this.space.length <= this.limit) this.flush();
    return this.out;
  }

  private lineEnd(): void {
    if (this.word || this.column + this.space.length <= this.limit) this.flush();
    this.space = '';
    this.out += '\n';
    this.column = 0;
  }

  private spaced(character: string): void {
    if (!this.space || this.word) this.flush();
    this.space += character;
  }

  private worded(character: string): void {
    this.word += character;
    this.wordLength++;
    if (this.column + this.wordLength + this.space.length > this.limit && this.wordLength < this.limit) {
      this.out += '\n';
      this.column = 0;
      this.space = '';
    }
  }

  private flush(): void {
    this.column += this.space.length + this.wordLength;
    this.out += this.space + this.word;
    this.space = '';
    this.word = '';
    this.wordLength = 0;
  }
}

/** A text whose lines all begin with so many spaces, the empty ones too. */
export function indented(text: string, amount: number): string {
  const pad = ' '.repeat(amount);
  return pad + text.replaceAll('\n', `\n${pad}`);
}
