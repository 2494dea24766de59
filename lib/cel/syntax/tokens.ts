/** A text that cel-go's grammar does not take; what it says about that is found elsewhere. */
export class NotInGrammar extends Error {}

export type TokenKind = 'int' | 'uint' | 'float' | 'string' | 'bytes' | 'id' | 'escaped' | 'end' | 'operator';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly at: number;
}

const SPACE = /(?:[\t \r\n\f]+|\/\/[^\n]*)+/y;
const NUMBER =
  /(?:(\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?)|(?:0x[\da-fA-F]+|\d+)([uU]?))/y;
const WORD = /[a-zA-Z_]\w*/y;
const ESCAPED = /`[\w./\- ]+`/y;
const OPERATOR = /[=!<>]=|&&|\|\||[-<>[\]{}().,!?:+*/%]/y;
const ESCAPE = String.raw`\\(?:[abfnrtv"'\\?${'`'}]|[0-3][0-7][0-7]|[xX][\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})`;
const PREFIX = /[bB]?[rR]?(?:"""|'''|["'])/y;

/** What follows an opening quote, with the closing one. */
const REST: ReadonlyMap<string, RegExp> = new Map(
  ['"', "'"].flatMap((quote) => [
    [quote, new RegExp(`(?:${ESCAPE}|[^\\\\${quote}\\n\\r])*${quote}`, 'y')],
    [quote.repeat(3), new RegExp(`(?:${ESCAPE}|[^\\\\])*?${quote.repeat(3)}`, 'y')],
    [`r${quote}`, new RegExp(`[^${quote}\\n\\r]*${quote}`, 'y')],
    [`r${quote.repeat(3)}`, new RegExp(`[^]*?${quote.repeat(3)}`, 'y')],
  ]),
);

/** The words that are operators or literals wherever they stand. */
const KEYWORDS: ReadonlySet<string> = new Set(['in', 'true', 'false', 'null']);

/**
 * The tokens of an expression, the last of them its end.
 *
 * @throws NotInGrammar where there is none
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at = skipSpace(text, at + token.text.length);
  }
  tokens.push({ kind: 'end', text: '', at: text.length });
  return tokens;
}

function skipSpace(text: string, at: number): number {
  return at + (match(SPACE, text, at)?.[0].length ?? 0);
}

function tokenAt(text: string, at: number): Token {
  const quoted = match(PREFIX, text, at);
  if (quoted) return literalAt(text, at, quoted[0]);
  const word = match(WORD, text, at);
  if (word) return { kind: KEYWORDS.has(word[0]) ? 'operator' : 'id', text: word[0], at };
  const number = match(NUMBER, text, at);
  if (number) return { kind: number[1] ? 'float' : number[2] ? 'uint' : 'int', text: number[0], at };
  const operator = match(OPERATOR, text, at);
  if (operator) return { kind: 'operator', text: operator[0], at };
  const escaped = match(ESCAPED, text, at);
  if (escaped) return { kind: 'escaped', text: escaped[0], at };
  throw new NotInGrammar();
}

function literalAt(text: string, at: number, prefix: string): Token {
  const letters = prefix.toLowerCase();
  const isBytes = letters.startsWith('b');
  const rest = match(REST.get(isBytes ? letters.slice(1) : letters)!, text, at + prefix.length);
  if (!rest) throw new NotInGrammar();
  return { kind: isBytes ? 'bytes' : 'string', text: prefix + rest[0], at };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
