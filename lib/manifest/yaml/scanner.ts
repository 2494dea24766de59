import { BLANK, BREAK, CLASSES, END, INDICATOR, WORD } from './characters';
import { scanBlockScalar } from './block-scalar';
import { HASH, HYPHEN } from './cursor';
import { scanDirective } from './directive';
import { scanPlainScalar } from './plain-scalar';
import { scanQuotedScalar } from './quoted-scalar';
import { scanTag } from './tags';
import { TokenQueue } from './token-queue';
import { TOKEN, type TokenType } from './tokens';

const PERCENT = 37;

/** The tokens of a text, as go-yaml's scanner finds them (scannerc.go, go.yaml.in/yaml/v2). */
export class Scanner extends TokenQueue {
  /** yaml_parser_fetch_next_token. */
  protected fetch(): void {
    const { cursor } = this;
    this.passBlanks();
    this.unroll(cursor.column);
    if (cursor.is(END)) return this.endStream();
    if (cursor.column === 0 && this.fetchAtLineStart()) return;
    const code = cursor.code();
    if ((CLASSES[code] & INDICATOR) === 0) return this.plainScalar();
    if (INDICATED[code]?.(this)) return;
    if (this.beginsPlain(code)) return this.plainScalar();
    throw cursor.failure('found character that cannot start any token');
  }

  /** yaml_parser_scan_to_next_token. */
  private passBlanks(): void {
    const { cursor } = this;
    for (;;) {
      if (this.level > 0 || !this.isKeyAllowed) cursor.passBlanks();
      else cursor.passSpaces();
      if (cursor.code() === HASH) cursor.passLine();
      if (!cursor.is(BREAK)) return;
      cursor.passBreak();
      if (this.level === 0) this.isKeyAllowed = true;
    }
  }

  private fetchAtLineStart(): boolean {
    const { cursor } = this;
    const isDirective = cursor.code() === PERCENT;
    if (!isDirective && !cursor.isAtDocumentMark()) return false;
    this.unroll(-1);
    this.forgetKey();
    this.isKeyAllowed = false;
    const { pos: start, line } = cursor;
    if (isDirective) {
      const { type, tag } = scanDirective(cursor);
      this.push(type, start, -1, undefined, tag, line);
    } else {
      const type = cursor.code() === HYPHEN ? TOKEN.DOCUMENT_START : TOKEN.DOCUMENT_END;
      cursor.pos += 3;
      this.push(type, start);
    }
    return true;
  }

  private endStream(): void {
    const { cursor } = this;
    if (cursor.column !== 0) {
      cursor.line++;
      cursor.lineStart = cursor.pos;
    }
    this.unroll(-1);
    this.forgetKey();
    this.isKeyAllowed = false;
    this.push(TOKEN.STREAM_END, cursor.pos);
  }

  private beginsPlain(code: number): boolean {
    if (code === HYPHEN) return !this.cursor.is(BLANK, 1);
    return this.level === 0 && (code === 63 || code === 58) && !this.cursor.is(BLANK | BREAK | END, 1);
  }

  openBracket(type: TokenType): true {
    const { cursor } = this;
    const level = this.saveKey();
    this.enterLevel();
    this.isKeyAllowed = true;
    cursor.pos++;
    this.push(type, cursor.pos - 1, level);
    return true;
  }

  closeBracket(type: TokenType): true {
    this.forgetKey();
    this.leaveLevel();
    this.isKeyAllowed = false;
    return this.single(type);
  }

  flowEntry(): true {
    this.forgetKey();
    this.isKeyAllowed = true;
    return this.single(TOKEN.FLOW_ENTRY);
  }

  blockEntry(): boolean {
    if (!this.cursor.is(BLANK | BREAK | END, 1)) return false;
    this.beginBlock(TOKEN.BLOCK_SEQUENCE_START, 'block sequence entries are not allowed in this context');
    this.forgetKey();
    this.isKeyAllowed = true;
    return this.single(TOKEN.BLOCK_ENTRY);
  }

  key(): boolean {
    if (this.level === 0 && !this.cursor.is(BLANK | BREAK | END, 1)) return false;
    this.beginBlock(TOKEN.BLOCK_MAPPING_START, 'mapping keys are not allowed in this context');
    this.forgetKey();
    this.isKeyAllowed = this.level === 0;
    return this.single(TOKEN.KEY);
  }

  value(): boolean {
    if (this.level === 0 && !this.cursor.is(BLANK | BREAK | END, 1)) return false;
    const key = this.keys[this.level];
    if (this.isValid(key)) {
      this.insert(TOKEN.KEY, key);
      this.roll(key.column, TOKEN.BLOCK_MAPPING_START, key);
      key.isPossible = false;
      this.isKeyAllowed = false;
    } else {
      this.beginBlock(TOKEN.BLOCK_MAPPING_START, 'mapping values are not allowed in this context');
      this.isKeyAllowed = this.level === 0;
    }
    return this.single(TOKEN.VALUE);
  }

  private beginBlock(type: TokenType, refusal: string): void {
    if (this.level > 0) return;
    if (!this.isKeyAllowed) throw this.cursor.failure(refusal);
    this.roll(this.cursor.column, type);
  }

  private single(type: TokenType): true {
    this.cursor.pos++;
    this.push(type, this.cursor.pos - 1);
    return true;
  }

  anchor(type: typeof TOKEN.ALIAS | typeof TOKEN.ANCHOR): true {
    const { cursor } = this;
    const level = this.saveKey();
    this.isKeyAllowed = false;
    const start = ++cursor.pos;
    while (cursor.is(WORD)) cursor.pos++;
    const isEnded = cursor.is(BLANK | BREAK | END) || '?:,]}%@`'.includes(cursor.text[cursor.pos]);
    if (cursor.pos === start || !isEnded) {
      throw cursor.failure('did not find expected alphabetic or numeric character');
    }
    this.push(type, start, level);
    return true;
  }

  tag(): true {
    const { cursor } = this;
    const level = this.saveKey();
    this.isKeyAllowed = false;
    const { pos: start, line } = cursor;
    const tag = scanTag(cursor);
    this.push(TOKEN.TAG, start, level, undefined, tag, line);
    return true;
  }

  blockScalar(): boolean {
    if (this.level > 0) return false;
    this.forgetKey();
    this.isKeyAllowed = true;
    const { pos: start, line } = this.cursor;
    this.push(TOKEN.SCALAR, start, -1, scanBlockScalar(this.cursor, this.indent), undefined, line);
    return true;
  }

  quotedScalar(): true {
    const level = this.saveKey();
    this.isKeyAllowed = false;
    const { pos: start, line } = this.cursor;
    this.push(TOKEN.SCALAR, start, level, scanQuotedScalar(this.cursor), undefined, line);
    return true;
  }

  private plainScalar(): void {
    const { cursor } = this;
    const level = this.saveKey();
    const { pos: start, line } = cursor;
    const scalar = scanPlainScalar(cursor, this.indent + 1, this.level > 0);
    this.isKeyAllowed = cursor.lineStart > scalar.valueEnd;
    this.push(TOKEN.SCALAR, start, level, scalar, undefined, line);
  }
}

type Fetch = (scanner: Scanner) => boolean;

/** What each indicator begins; false if it begins nothing of its own. */
const INDICATED: (Fetch | undefined)[] = Array.from({ length: 128 }, () => undefined);

function indicate(indicator: string, fetch: Fetch): void {
  INDICATED[indicator.charCodeAt(0)] = fetch;
}

indicate('[', (scanner) => scanner.openBracket(TOKEN.FLOW_SEQUENCE_START));
indicate('{', (scanner) => scanner.openBracket(TOKEN.FLOW_MAPPING_START));
indicate(']', (scanner) => scanner.closeBracket(TOKEN.FLOW_SEQUENCE_END));
indicate('}', (scanner) => scanner.closeBracket(TOKEN.FLOW_MAPPING_END));
indicate(',', (scanner) => scanner.flowEntry());
indicate('-', (scanner) => scanner.blockEntry());
indicate('?', (scanner) => scanner.key());
indicate(':', (scanner) => scanner.value());
indicate('*', (scanner) => scanner.anchor(TOKEN.ALIAS));
indicate('&', (scanner) => scanner.anchor(TOKEN.ANCHOR));
indicate('!', (scanner) => scanner.tag());
indicate('|', (scanner) => scanner.blockScalar());
indicate('>', (scanner) => scanner.blockScalar());
indicate("'", (scanner) => scanner.quotedScalar());
indicate('"', (scanner) => scanner.quotedScalar());
