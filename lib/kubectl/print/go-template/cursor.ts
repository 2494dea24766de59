import { quote } from '../../../go/format';
import { type Token, type TokenKind, tokensOf } from './lex';

/** The tokens of a template, one after the other. */
export abstract class Cursor {
  protected readonly tokens: readonly Token[];
  protected at = 0;

  constructor(private readonly text: string) {
    this.tokens = tokensOf(text);
  }

  protected fail(message: string): never {
    const at = this.tokens[Math.min(Math.max(this.at - 1, 0), this.tokens.length - 1)].at;
    const line = this.text.slice(0, at).split('\n').length;
    throw new Error(`template: output:${line}: ${message}`);
  }

  protected peek(): Token {
    const token = this.tokens[this.at];
    if (token.kind === 'error') {
      this.at++;
      this.fail(token.text);
    }
    return token;
  }

  protected take(): Token {
    const token = this.peek();
    if (token.kind !== 'eof') this.at++;
    return token;
  }

  /** The next that is no space. */
  protected past(): Token {
    while (this.peek().kind === 'space') this.at++;
    return this.peek();
  }

  protected next(): Token {
    this.past();
    return this.take();
  }

  protected expect(kind: TokenKind, context: string): Token {
    const token = this.next();
    if (token.kind !== kind) this.unexpected(token, context);
    return token;
  }

  protected unexpected(token: Token, context: string): never {
    const shown =
      token.kind === 'eof' ? 'EOF' : token.kind === 'keyword' ? `<${token.text}>` : quoteShort(token.text);
    return this.fail(`unexpected ${shown} in ${context}`);
  }
}

/** Texts of more than ten characters are cut. */
const quoteShort = (text: string) => (text.length > 10 ? `${quote(text.slice(0, 10))}...` : quote(text));
