import { quoteRune } from './format';

/**
 * What Go's json.Unmarshal says of a text that is no JSON; nothing where it is (encoding/json scanner, Go
 * 1.25).
 */
export function jsonProblem(text: string): string | undefined {
  return new Scanner(text).problem();
}

/** Levels of nesting above which a text is refused, as one of YAML is; Go goes on to 10,000. */
const MAX_DEPTH = 500;

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const END = 'unexpected end of JSON input';
const LITERALS: { readonly [first: string]: string } = { t: 'true', f: 'false', n: 'null' };

class Problem {
  constructor(readonly text: string) {}
}

/** Finds the first character that cannot stand where it stands. */
class Scanner {
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  problem(): string | undefined {
    try {
      this.value();
      if (this.next() !== undefined) this.fail('after top-level value');
      return undefined;
    } catch (problem) {
      if (problem instanceof Problem) return problem.text;
      throw problem;
    }
  }

  /** The next character that is no space. */
  private next(): string | undefined {
    SPACE.lastIndex = this.at;
    this.at += SPACE.exec(this.text)![0].length;
    return this.text[this.at];
  }

  /** Go names bytes, not characters, and takes the end within a word for a space. */
  private fail(where: string, atEnd?: string): never {
    const character =
      this.text.length > this.at
        ? String.fromCodePoint(Buffer.from(this.text.slice(this.at, this.at + 2))[0])
        : atEnd;
    throw new Problem(character === undefined ? END : `invalid character ${quoteRune(character)} ${where}`);
  }

  private value(): void {
    const first = this.next();
    if (first === '{') this.nested(() => this.object());
    else if (first === '[') this.nested(() => this.array());
    else if (first === '"') this.string();
    else if (first !== undefined && first in LITERALS) this.literal(LITERALS[first]);
    else if (first !== undefined && /[-\d]/.test(first)) this.number();
    else this.fail('looking for beginning of value');
  }

  private nested(read: () => void): void {
    if (++this.depth > MAX_DEPTH) throw new Problem('exceeded max depth');
    read();
    this.depth--;
  }

  private object(): void {
    this.at++;
    if (this.next() === '}') return void this.at++;
    for (;;) {
      if (this.next() !== '"') this.fail('looking for beginning of object key string');
      this.string();
      if (this.next() !== ':') this.fail('after object key');
      this.at++;
      this.value();
      const after = this.next();
      if (after !== ',' && after !== '}') this.fail('after object key:value pair');
      this.at++;
      if (after === '}') return;
    }
  }

  private array(): void {
    this.at++;
    if (this.next() === ']') return void this.at++;
    for (;;) {
      this.value();
      const after = this.next();
      if (after !== ',' && after !== ']') this.fail('after array element');
      this.at++;
      if (after === ']') return;
    }
  }

  private string(): void {
    for (this.at++; this.text[this.at] !== '"'; this.at++) {
      if (!(this.text[this.at] >= ' ')) this.fail('in string literal');
      if (this.text[this.at] === '\\') this.escape();
    }
    this.at++;
  }

  private escape(): void {
    this.at++;
    if (this.text[this.at] !== 'u') {
      if (!'"\\/bfnrt'.includes(this.text[this.at] ?? '?')) this.fail('in string escape code', ' ');
      return;
    }
    for (let digit = 0; digit < 4; digit++) {
      this.at++;
      if (!/[0-9a-fA-F]/.test(this.text[this.at] ?? '?')) {
        this.fail('in \\u hexadecimal character escape', ' ');
      }
    }
  }

  private literal(word: string): void {
    for (const [index, character] of [...word].entries()) {
      if (this.text[this.at] !== character) {
        this.fail(`in literal ${word} (expecting ${quoteRune(word[index])})`, ' ');
      }
      this.at++;
    }
  }

  private number(): void {
    NUMBER.lastIndex = this.at;
    const number = NUMBER.exec(this.text)?.[0] ?? '-';
    this.at += number.length;
    const rest = this.text.slice(this.at, this.at + 2);
    if (number === '-') this.fail('in numeric literal', ' ');
    const whole = /^-?\d+$/.test(number);
    if (whole && rest.startsWith('.')) this.failAfter(1, 'after decimal point in numeric literal');
    if (!/[eE]/.test(number) && /^[eE]/.test(rest)) {
      this.failAfter(/^.[-+]/.test(rest) ? 2 : 1, 'in exponent of numeric literal');
    }
  }

  private failAfter(count: number, where: string): never {
    this.at += count;
    return this.fail(where, ' ');
  }
}
