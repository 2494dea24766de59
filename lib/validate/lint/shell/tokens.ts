import { scan } from '../../../text/scan';

/** A piece of a shell script. */
export interface Token {
  /** A word, an operator that separates commands, or a redirection. */
  readonly form: 'word' | 'operator' | 'redirection';
  /** Text without quotes; substitutions stay as they are written. */
  readonly text: string;
  /** Whether part of a word is quoted, so that it is no keyword. */
  readonly quoted: boolean;
}

/** Longest first; a newline is a `;`. */
const OPERATORS = ['&&', '||', ';;', '|&', ';', '|', '&', '(', ')', '\n'] as const;
const REDIRECTION = /(?:\d*|&)(?:>>|>\||>&|<<-|<<<|<<|<&|<>|>|<)/y;
/** A shell separates words by spaces, tabs and line ends alone: any other white space is part of a word. */
const PLAIN = /[^ \t\r\n'"\\$`;|&()<>]+/y;
const DOCUMENT_MARK = /[ \t]*(?:"([^"\n]+)"|'([^'\n]+)'|\\?([^ \t\r\n;|&]+))/y;

/** Tokens of a POSIX shell script. What does not parse is taken as it stands: nothing is refused. */
export function tokensOf(script: string): Token[] {
  const tokens: Token[] = [];
  let ends: string[] = [];
  scan(skipBlanks(script, 0), script.length, (at) => {
    const { token, end, documentEnd } = next(script, at);
    if (documentEnd) ends.push(documentEnd);
    tokens.push(token);
    if (script[at] !== '\n') return skipBlanks(script, end);
    const after = ends.reduce((from, mark) => afterDocument(script, from, mark), end);
    ends = [];
    return skipBlanks(script, after);
  });
  return tokens;
}

interface Read {
  readonly token: Token;
  readonly end: number;
  /** The line that ends a here-document, which begins in the next line. */
  readonly documentEnd?: string;
}

function next(script: string, start: number): Read {
  const redirection = matchAt(REDIRECTION, script, start);
  if (redirection) return redirect(script, redirection, start + redirection.length);
  const operator = OPERATORS.find((text) => script.startsWith(text, start));
  return operator
    ? {
        token: { form: 'operator', text: operator === '\n' ? ';' : operator, quoted: false },
        end: start + operator.length,
      }
    : word(script, start);
}

function redirect(script: string, text: string, end: number): Read {
  const token: Token = { form: 'redirection', text, quoted: false };
  if (!text.endsWith('<<') && !text.endsWith('<<-')) return { token, end };
  DOCUMENT_MARK.lastIndex = end;
  const mark = DOCUMENT_MARK.exec(script);
  return { token, end, documentEnd: mark?.[1] ?? mark?.[2] ?? mark?.[3] };
}

/** Passes over a here-document. */
function afterDocument(script: string, start: number, mark: string): number {
  const last = scan(start, script.length, (at) => {
    const end = indexOrEnd(script, '\n', at);
    return script.slice(at, end).trim() === mark ? undefined : end + 1;
  });
  return indexOrEnd(script, '\n', last);
}

/** Passes over blanks, continued lines and comments. */
function skipBlanks(script: string, start: number): number {
  let at = start;
  for (;;) {
    if (script[at] === ' ' || script[at] === '\t' || script[at] === '\r') at++;
    else if (script.startsWith('\\\n', at)) at += 2;
    else if (script[at] === '#') at = indexOrEnd(script, '\n', at);
    else return at;
  }
}

function word(script: string, start: number): Read {
  const pieces: Piece[] = [];
  const end = scan(start, script.length, (at) => {
    const piece = pieceAt(script, at);
    if (piece) pieces.push(piece);
    return piece?.end;
  });
  const text = pieces.map((piece) => piece.text).join('');
  return { token: { form: 'word', text, quoted: pieces.some((piece) => piece.quoted) }, end };
}

interface Piece {
  readonly text: string;
  readonly quoted: boolean;
  readonly end: number;
}

/** The next part of a word; undefined at its end. */
function pieceAt(script: string, at: number): Piece | undefined {
  const plain = matchAt(PLAIN, script, at);
  if (plain) return { text: plain, quoted: false, end: at + plain.length };
  switch (script[at]) {
    case "'":
      return singleQuoted(script, at);
    case '"':
      return doubleQuoted(script, at);
    case '\\':
      return script[at + 1] === '\n'
        ? { text: '', quoted: false, end: at + 2 }
        : { text: script[at + 1] ?? '', quoted: true, end: at + 2 };
    case '$':
    case '`':
      return substitution(script, at);
    default:
      return undefined;
  }
}

function singleQuoted(script: string, at: number): Piece {
  const end = indexOrEnd(script, "'", at + 1);
  return { text: script.slice(at + 1, end), quoted: true, end: end + 1 };
}

function doubleQuoted(script: string, start: number): Piece {
  let text = '';
  const end = scan(start + 1, script.length, (at) => {
    if (script[at] === '"') return undefined;
    const escaped = script[at] === '\\' && '$`"\\\n'.includes(script[at + 1] ?? ' ');
    const inner = script[at] === '$' || script[at] === '`' ? substitution(script, at) : undefined;
    text += inner ? inner.text : script[escaped ? at + 1 : at];
    return inner ? inner.end : at + (escaped ? 2 : 1);
  });
  return { text, quoted: true, end: end + 1 };
}

const CLOSING: { readonly [open: string]: string } = { '(': ')', '{': '}' };

/** `$name`, `${…}`, `$(…)`, `$((…))` or backquotes, as written. */
function substitution(script: string, at: number): Piece {
  const end = script[at] === '`' ? indexOrEnd(script, '`', at + 1) + 1 : closedBy(script, at + 1);
  return { text: script.slice(at, end), quoted: false, end };
}

function closedBy(script: string, open: number): number {
  const close = CLOSING[script[open]];
  if (!close) return open;
  let depth = 0;
  for (let at = open; at < script.length; at++) {
    if (script[at] === '\\') {
      at++;
    } else if (close === ')' && (script[at] === "'" || script[at] === '"')) {
      at = indexOrEnd(script, script[at], at + 1);
    } else if (script[at] === script[open]) {
      depth++;
    } else if (script[at] === close && --depth === 0) {
      return at + 1;
    }
  }
  return script.length;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function indexOrEnd(text: string, part: string, from: number): number {
  const index = text.indexOf(part, from);
  return index < 0 ? text.length : index;
}
