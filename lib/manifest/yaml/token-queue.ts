import { Cursor } from './cursor';
import type { ScalarEvent } from './events';
import { type TagText, TOKEN, type Token, type TokenType } from './tokens';

/** Characters that a key without `?` may have. */
const LONGEST_KEY = 1024;

/** A token that turns out to begin a key if a colon follows in its line. */
interface SimpleKey {
  isPossible: boolean;
  /** Whether it cannot be anything else. */
  isRequired: boolean;
  /** Number of the token, counted from the first of the text. */
  token: number;
  pos: number;
  line: number;
  column: number;
}

/** A key that is none yet. */
const noKey = (): SimpleKey => ({
  isPossible: false,
  isRequired: false,
  token: 0,
  pos: 0,
  line: 0,
  column: 0,
});

/** Tokens that were found, which of them may be keys, and the collections that are open (scannerc.go). */
export abstract class TokenQueue {
  protected readonly cursor: Cursor;
  /** Those from `head` up to `tail` are to come; what stands elsewhere is left over. */
  private readonly tokens: Token[] = [];
  private head = 0;
  private tail = 0;
  /** Tokens that have been taken. */
  private taken = 0;
  /** Number of open brackets. */
  protected level = 0;
  /** The last possible key at each level. */
  protected readonly keys: SimpleKey[] = [noKey()];
  protected isKeyAllowed = true;
  /** Column of the innermost block collection, and those of the ones around it. */
  protected indent = -1;
  private readonly indents: number[] = [];

  constructor(text: string) {
    this.cursor = new Cursor(text);
  }

  /** How far the text has been looked at. */
  get offset(): number {
    return this.cursor.pos;
  }

  /** The next token. All tokens before which another may turn out to belong are looked through first. */
  peek(): Token {
    while (this.head === this.tail || this.mayBeKey(this.tokens[this.head])) this.fetch();
    return this.tokens[this.head];
  }

  /** Takes the token that `peek` has returned. */
  skip(): void {
    this.head++;
    this.taken++;
    if (this.head === this.tail) this.head = this.tail = 0;
  }

  private mayBeKey({ level }: Token): boolean {
    if (level < 0) return false;
    const key = this.keys[level];
    return key.token === this.taken && this.isValid(key);
  }

  protected push(
    type: TokenType,
    start: number,
    level = -1,
    scalar: ScalarEvent | undefined = undefined,
    tag: TagText | undefined = undefined,
    line = this.cursor.line,
  ): void {
    this.tokens[this.tail++] = { type, start, end: this.cursor.pos, line, level, scalar, tag };
  }

  /** Puts a token before one that was found already; behind all others if that one has been taken. */
  protected insert(type: TokenType, { token, pos, line }: SimpleKey): void {
    const { tokens } = this;
    const at = token < this.taken ? this.tail : this.head + token - this.taken;
    for (let index = this.tail++; index > at; index--) tokens[index] = tokens[index - 1];
    tokens[at] = { type, start: pos, end: pos, line, level: -1, scalar: undefined, tag: undefined };
  }

  /** Finds at least one more token. */
  protected abstract fetch(): void;

  protected isValid(key: SimpleKey): boolean {
    if (!key.isPossible) return false;
    const { cursor } = this;
    if (key.line >= cursor.line && !isLongerThan(cursor.text, key.pos, cursor.pos, LONGEST_KEY)) return true;
    this.requireNone(key);
    key.isPossible = false;
    return false;
  }

  private requireNone({ isRequired, pos }: SimpleKey): void {
    if (isRequired) throw this.cursor.failure("could not find expected ':'", pos);
  }

  /** yaml_parser_save_simple_key; the level of the key that the next token may begin. */
  protected saveKey(): number {
    if (!this.isKeyAllowed) return -1;
    this.forgetKey();
    const { cursor, level } = this;
    const key = this.keys[level];
    key.isPossible = true;
    key.isRequired = level === 0 && this.indent === cursor.column;
    key.token = this.nextNumber;
    key.pos = cursor.pos;
    key.line = cursor.line;
    key.column = cursor.column;
    return level;
  }

  private get nextNumber(): number {
    return this.taken + this.tail - this.head;
  }

  /** yaml_parser_increase_flow_level, before the bracket becomes a token. */
  protected enterLevel(): void {
    this.level++;
    if (this.level === this.keys.length) this.keys.push(noKey());
    const key = this.keys[this.level];
    key.isPossible = false;
    key.token = this.nextNumber;
  }

  /** yaml_parser_decrease_flow_level: brackets with nothing between them are not looked at as a key. */
  protected leaveLevel(): void {
    if (this.level === 0) return;
    const at = this.head + this.keys[this.level--].token - this.taken;
    if (at >= this.head && at < this.tail) this.tokens[at].level = -1;
  }

  protected forgetKey(): void {
    const key = this.keys[this.level];
    if (key.isPossible) this.requireNone(key);
    key.isPossible = false;
  }

  /** yaml_parser_roll_indent: begins a block collection where none is open in a column. */
  protected roll(column: number, type: TokenType, before?: SimpleKey): void {
    if (this.level > 0 || this.indent >= column) return;
    this.indents.push(this.indent);
    this.indent = column;
    if (before) this.insert(type, before);
    else this.push(type, this.cursor.pos);
  }

  /** Ends the block collections right of a column. */
  protected unroll(column: number): void {
    if (this.level > 0) return;
    while (this.indent > column) {
      this.push(TOKEN.BLOCK_END, this.cursor.pos);
      this.indent = this.indents.pop()!;
    }
  }
}

/** Counts characters, of which some are two code units. */
function isLongerThan(text: string, start: number, end: number, most: number): boolean {
  if (end - start <= most) return false;
  return end - start > 2 * most || [...text.slice(start, end)].length > most;
}
