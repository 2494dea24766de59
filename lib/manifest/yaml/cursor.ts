import { BLANK, BREAK, CLASSES, END } from './characters';
import { YamlFailure } from '../yaml-problem';

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;

/** A place that an error names. */
export interface Mark {
  readonly offset: number;
  readonly line: number;
}

/** A place in a text that only moves on. */
export class Cursor {
  /** The code units of the text and a NUL, which are read faster than those of a text cut out of another. */
  readonly codes: Uint16Array;
  pos = 0;
  /** Line, counted from 0, and where it begins. */
  line = 0;
  lineStart = 0;

  constructor(readonly text: string) {
    this.codes = codesOf(text);
    if (text.startsWith('\ufeff')) this.lineStart = this.pos = 1;
  }

  get column(): number {
    return this.pos - this.lineStart;
  }

  /** The character under the cursor, or one further on. */
  code(ahead = 0): number {
    return this.codes[this.pos + ahead];
  }

  /** Whether the character is of one of some classes. */
  is(classes: number, ahead = 0): boolean {
    return (CLASSES[this.codes[this.pos + ahead]] & classes) !== 0;
  }

  mark(): Mark {
    return { offset: this.pos, line: this.line };
  }

  /** Passes a line break, and returns what it means in a text. */
  passBreak(): string {
    const code = this.code();
    this.pos += code === CARRIAGE_RETURN ? this.lengthOfReturn() : 1;
    this.line++;
    this.lineStart = this.pos;
    return code < 0x2028 ? '\n' : String.fromCharCode(code);
  }

  /** Before YAML is read, `\n` takes the place of `\r\n` (LineReader, apimachinery util/yaml 1.36). */
  private lengthOfReturn(): number {
    if (this.code(1) === LINE_FEED) return 2;
    return this.code(1) === CARRIAGE_RETURN && this.code(2) === LINE_FEED ? 3 : 1;
  }

  passBlanks(): void {
    const { codes } = this;
    let { pos } = this;
    while (codes[pos] === SPACE || codes[pos] === TAB) pos++;
    this.pos = pos;
  }

  passSpaces(): void {
    const { codes } = this;
    let { pos } = this;
    while (codes[pos] === SPACE) pos++;
    this.pos = pos;
  }

  /** Passes what stands before the end of the line. */
  passLine(): void {
    const { codes } = this;
    let { pos } = this;
    while ((CLASSES[codes[pos]] & (BREAK | END)) === 0) pos++;
    this.pos = pos;
  }

  /** Passes a comment and the end of its line, if nothing else follows. */
  passLineEnd(): void {
    this.passBlanks();
    if (this.code() === HASH) this.passLine();
    if (!this.is(BREAK | END)) throw this.failure('did not find expected comment or line break');
    if (this.is(BREAK)) this.passBreak();
  }

  /** Whether `---` or `...` stands at the beginning of the line, and nothing else. */
  isAtDocumentMark(): boolean {
    if (this.pos !== this.lineStart) return false;
    const code = this.code();
    return (
      (code === HYPHEN || code === DOT) &&
      this.code(1) === code &&
      this.code(2) === code &&
      this.is(BLANK | BREAK | END, 3)
    );
  }

  /**
   * An error of go-yaml's scanner, which counts its lines from 1, but has no number for the first.
   *
   * @param at what it is about, if that is not under the cursor
   */
  failure(message: string, at = this.pos): YamlFailure {
    return new YamlFailure(message, at, undefined, this.line && this.line + 1);
  }
}

const IS_BIG_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;

function codesOf(text: string): Uint16Array {
  const bytes = Buffer.allocUnsafe(2 * text.length + 2);
  bytes.write(text, 'utf16le');
  if (IS_BIG_ENDIAN) bytes.swap16();
  const codes = new Uint16Array(bytes.buffer, bytes.byteOffset, text.length + 1);
  codes[text.length] = 0;
  return codes;
}

export const HASH = 35;
export const HYPHEN = 45;
export const DOT = 46;
