import { scan } from '../../../text/scan';
import { trimEnd } from '../../../text/trim';

/** What an action is made of (text/template/parse lex.go). */
export type TokenKind =
  | 'text'
  | 'left'
  | 'right'
  | 'keyword'
  | 'field'
  | 'variable'
  | 'identifier'
  | 'bool'
  | 'nil'
  | 'number'
  | 'char'
  | 'string'
  | 'dot'
  | 'declare'
  | 'assign'
  | 'pipe'
  | '('
  | ')'
  | ','
  | 'space'
  | 'eof'
  | 'error';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Offset in the template. */
  readonly at: number;
}

const KEYWORDS = new Set([
  'block',
  'break',
  'continue',
  'define',
  'else',
  'end',
  'if',
  'range',
  'template',
  'with',
]);
const SYMBOLS: readonly (readonly [pattern: RegExp, kind: TokenKind])[] = [
  [/[ \t\r\n]+/y, 'space'],
  [/:=/y, 'declare'],
  [/=/y, 'assign'],
  [/\|/y, 'pipe'],
  [/\(/y, '('],
  [/\)/y, ')'],
  [/,/y, ','],
  [/"(?:[^"\\\n]|\\.)*"/y, 'string'],
  [/`[^`]*`/y, 'string'],
  [/'(?:[^'\\\n]|\\[^\n])+'/y, 'char'],
  [/\$[\p{L}\p{Nd}_]*/uy, 'variable'],
  [
    /[+-]?(?:0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)/y,
    'number',
  ],
  [/\.[\p{L}_][\p{L}\p{Nd}_]*/uy, 'field'],
  [/\./y, 'dot'],
  [/[\p{L}_][\p{L}\p{Nd}_]*/uy, 'identifier'],
];
const UNCLOSED: readonly (readonly [start: string, problem: string])[] = [
  ['"', 'unterminated quoted string'],
  ['`', 'unterminated raw quoted string'],
  ["'", 'unterminated character constant'],
  [':', 'expected :='],
];

/** The tokens of a template; the last is the end, or an error. */
export function tokensOf(template: string): Token[] {
  const tokens: Token[] = [];
  scan(0, template.length, (at) => {
    const open = template.indexOf('{{', at);
    const trimmed = open >= 0 && /^\{\{-[ \t\r\n]/.test(template.slice(open, open + 4));
    const text = template.slice(at, open < 0 ? undefined : open);
    const shown = trimmed ? trimEnd(text, ' \t\r\n') : text;
    if (shown) tokens.push({ kind: 'text', text: shown, at });
    if (open < 0) return undefined;
    const end = action(template, open, open + (trimmed ? 4 : 2), tokens);
    return tokens.at(-1)?.kind === 'error' ? undefined : end;
  });
  if (tokens.at(-1)?.kind === 'error') return tokens;
  return [...tokens, { kind: 'eof', text: '', at: template.length }];
}

/** Reads one action; returns where the text goes on. */
function action(template: string, open: number, start: number, tokens: Token[]): number {
  const comment = /\/\*[^]*?\*\/(?:[ \t\r\n]-)?\}\}/y;
  if (template.startsWith('/*', start)) return commentEnd(template, start, comment, tokens);
  tokens.push({ kind: 'left', text: '{{', at: open });
  let depth = 0;
  const end = scan(start, Infinity, (at) => {
    if (depth === 0 && closeAt(template, at)) return undefined;
    const token = tokenAt(template, at);
    tokens.push(token);
    if (token.kind === 'error') return undefined;
    depth += token.kind === '(' ? 1 : token.kind === ')' ? -1 : 0;
    return at + token.text.length;
  });
  if (tokens.at(-1)!.kind === 'error') return end;
  tokens.push({ kind: 'right', text: '}}', at: end });
  const close = closeAt(template, end)!;
  return afterTrim(template, end + close.length, close.length > 2);
}

/** What closes an action, if it stands here. */
const closeAt = (template: string, at: number) =>
  /^(?:[ \t\r\n]-\}\}|\}\})/.exec(template.slice(at, at + 4))?.[0];

function commentEnd(template: string, start: number, comment: RegExp, tokens: Token[]): number {
  comment.lastIndex = start;
  const match = comment.exec(template);
  if (match) return afterTrim(template, start + match[0].length, match[0].endsWith('-}}'));
  const ends = template.indexOf('*/', start) >= 0;
  tokens.push({
    kind: 'error',
    text: ends ? 'comment ends before closing delimiter' : 'unclosed comment',
    at: start,
  });
  return start;
}

const afterTrim = (template: string, at: number, trims: boolean) =>
  trims ? at + /^[ \t\r\n]*/.exec(template.slice(at))![0].length : at;

function tokenAt(template: string, at: number): Token {
  const rest = template.slice(at, at + 2);
  if (!rest) return { kind: 'error', text: 'unclosed action', at };
  const unclosed = UNCLOSED.find(([start]) => rest.startsWith(start))?.[1];
  for (const [pattern, kind] of SYMBOLS) {
    pattern.lastIndex = at;
    const text = pattern.exec(template)?.[0];
    if (text) return word({ kind, text, at });
  }
  return {
    kind: 'error',
    text: unclosed ?? `unrecognized character in action: ${unicode(template, at)}`,
    at,
  };
}

function word(token: Token): Token {
  if (token.kind !== 'identifier') return token;
  if (KEYWORDS.has(token.text)) return { ...token, kind: 'keyword' };
  if (token.text === 'true' || token.text === 'false') return { ...token, kind: 'bool' };
  return token.text === 'nil' ? { ...token, kind: 'nil' } : token;
}

/** `%#U`. */
function unicode(template: string, at: number): string {
  const character = String.fromCodePoint(template.codePointAt(at)!);
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')} '${character}'`;
}
