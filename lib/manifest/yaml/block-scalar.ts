import { BLANK, BREAK, END } from './characters';
import { type Cursor, HYPHEN } from './cursor';
import { EVENT_ID, SCALAR_STYLE, type ScalarEvent } from './events';

const TAB = 9;
const SPACE = 32;
const PLUS = 43;
const BAR = 124;

/** What stands behind `|` or `>`. */
interface Header {
  /** What becomes of the breaks at the end. */
  readonly chomping: 'clip' | 'strip' | 'keep';
  /** Columns that the text is indented further than what holds it; 0 if its first line tells. */
  readonly increment: number;
}

/** yaml_parser_scan_block_scalar, go.yaml.in/yaml/v2. */
export function scanBlockScalar(cursor: Cursor, parentIndent: number): ScalarEvent {
  const isLiteral = cursor.code() === BAR;
  cursor.pos++;
  const { chomping, increment } = scanHeader(cursor);
  cursor.passLineEnd();
  const block = new Block(cursor, isLiteral, parentIndent);
  const start = cursor.pos;
  block.indent = increment > 0 ? Math.max(parentIndent, 0) + increment : 0;
  block.scan();
  return {
    type: EVENT_ID.SCALAR,
    valueStart: start,
    valueEnd: block.end,
    anchorStart: -1,
    anchorEnd: -1,
    tagStart: -1,
    tag: '',
    style: isLiteral ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK,
    value: block.chomped(chomping),
  };
}

function scanHeader(cursor: Cursor): Header {
  let chomping = scanChomping(cursor);
  const increment = scanIncrement(cursor);
  if (increment > 0 && chomping === 'clip') chomping = scanChomping(cursor);
  return { chomping, increment };
}

function scanChomping(cursor: Cursor): Header['chomping'] {
  const code = cursor.code();
  if (code !== PLUS && code !== HYPHEN) return 'clip';
  cursor.pos++;
  return code === PLUS ? 'keep' : 'strip';
}

function scanIncrement(cursor: Cursor): number {
  const digit = cursor.code() - 48;
  if (!(digit >= 0 && digit <= 9)) return 0;
  if (digit === 0) throw cursor.failure('found an indentation indicator equal to 0');
  cursor.pos++;
  return digit;
}

/** The lines of a block scalar. */
class Block {
  /** 0 until the first line tells. */
  indent = 0;
  end: number;
  private value = '';
  /** The break at the end of the last line, and those of the empty lines after it. */
  private lineBreak = '';
  private emptyLines = '';

  constructor(
    private readonly cursor: Cursor,
    private readonly isLiteral: boolean,
    private readonly parentIndent: number,
  ) {
    this.end = cursor.pos;
  }

  scan(): void {
    const { cursor } = this;
    this.passEmptyLines();
    let wasIndented = false;
    while (cursor.column === this.indent && !cursor.is(END)) {
      const isIndented = cursor.is(BLANK);
      const isFolded = !this.isLiteral && !wasIndented && !isIndented && this.lineBreak === '\n';
      this.value += isFolded ? (this.emptyLines ? '' : ' ') : this.lineBreak;
      this.value += this.emptyLines;
      const start = cursor.pos;
      cursor.passLine();
      this.value += cursor.text.slice(start, cursor.pos);
      wasIndented = isIndented;
      this.emptyLines = '';
      this.lineBreak = cursor.is(BREAK) ? cursor.passBreak() : '';
      this.passEmptyLines();
    }
  }

  chomped(chomping: Header['chomping']): string {
    if (chomping === 'strip') return this.value;
    return this.value + this.lineBreak + (chomping === 'keep' ? this.emptyLines : '');
  }

  /** yaml_parser_scan_block_scalar_breaks. */
  private passEmptyLines(): void {
    const { cursor } = this;
    let widest = 0;
    this.end = cursor.pos;
    for (;;) {
      while (this.isLeftOfText() && cursor.code() === SPACE) cursor.pos++;
      widest = Math.max(widest, cursor.column);
      if (this.isLeftOfText() && cursor.code() === TAB) {
        throw cursor.failure('found a tab character where an indentation space is expected');
      }
      if (!cursor.is(BREAK)) break;
      this.emptyLines += cursor.passBreak();
      this.end = cursor.pos;
    }
    if (this.indent === 0) this.indent = Math.max(widest, this.parentIndent + 1, 1);
  }

  private isLeftOfText(): boolean {
    return this.indent === 0 || this.cursor.column < this.indent;
  }
}
