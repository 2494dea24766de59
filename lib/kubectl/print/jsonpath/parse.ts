import { scan, scanWhile } from '../../../text/scan';
import { trim } from '../../../text/trim';
import { unquoted } from '../../../go/unquote';
import type { Bound, ListNode, Node } from './nodes';

/**
 * Reads a JSONPath template (client-go util/jsonpath parser.go, 1.36).
 *
 * @throws Error in Go's words
 */
export function parseJsonPath(text: string): readonly Node[] {
  const parser = new Parser(text);
  parser.template();
  return parser.root;
}

/** What an action such as `.name` consists of. */
function parseAction(text: string): readonly Node[] {
  const [first] = parseJsonPath(`{${text}}`);
  return (first as ListNode).nodes;
}

const SPECIAL = new Set(['.', ',', '[', ']', '$', '@', '{', '}']);
const isTerminator = (rune: string | undefined) =>
  rune === undefined || ' \t\r\n'.includes(rune) || SPECIAL.has(rune);
const isWord = (rune: string | undefined) => rune !== undefined && /^[\p{L}\p{Nd}_]$/u.test(rune);

class Parser {
  readonly root: Node[] = [];
  private readonly runes: readonly string[];
  private at = 0;
  private current: Node[] = [];

  constructor(text: string) {
    this.runes = [...text];
  }

  template(): void {
    scan(0, this.runes.length, (start) => {
      while (this.at < this.runes.length && this.runes[this.at] !== '{') this.at++;
      if (this.at > start) this.root.push({ type: 'text', text: this.slice(start) });
      if (this.at < this.runes.length) this.action();
      return this.at;
    });
  }

  private action(): void {
    this.at++;
    const list: ListNode = { type: 'list', nodes: [] };
    this.root.push(list);
    this.current = list.nodes;
    scanWhile(
      () => this.at,
      () => !this.starts('}'),
      () => this.inside(),
    );
    this.at++;
  }

  private inside(): void {
    if (this.starts('[?(')) return this.filter();
    if (this.starts('..')) return this.recursive();
    const rune = this.runes[this.at];
    if (rune === undefined || rune === '\r' || rune === '\n') throw new Error('unclosed action');
    if (' @$'.includes(rune)) this.at++;
    else if (rune === '[') this.array();
    else if (rune === '.') this.field(1);
    else this.word(rune);
  }

  private word(rune: string): void {
    if (rune === '"' || rune === "'") this.quote(rune);
    else if (/^[-+\p{Nd}]$/u.test(rune)) this.number();
    else if (isWord(rune)) this.identifier();
    else throw new Error(`unrecognized character in action: ${unicode(rune)}`);
  }

  private identifier(): void {
    const start = this.at;
    while (!isTerminator(this.runes[this.at])) this.at++;
    const name = this.slice(start);
    this.current.push(
      name === 'true' || name === 'false'
        ? { type: 'bool', value: name === 'true' }
        : { type: 'identifier', name },
    );
  }

  private recursive(): void {
    if (this.current.at(-1)?.type === 'recursive') throw new Error('invalid multiple recursive descent');
    this.at += 2;
    this.current.push({ type: 'recursive' });
    if (isWord(this.runes[this.at])) this.field(0);
  }

  private number(): void {
    const start = this.at;
    if ('+-'.includes(this.runes[this.at])) this.at++;
    while (/^[.\p{Nd}]$/u.test(this.runes[this.at] ?? '')) this.at++;
    const text = this.slice(start);
    if (!/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text)) throw new Error(`cannot parse number ${text}`);
    this.current.push({ type: 'number', value: Number(text) });
  }

  private field(skipped: number): void {
    this.at += skipped;
    const start = this.at;
    while (!isTerminator(this.runes[this.at])) this.at += this.runes[this.at] === '\\' ? 2 : 1;
    this.at = Math.min(this.at, this.runes.length);
    const name = this.slice(start);
    this.current.push(
      name === '*' ? { type: 'wildcard' } : { type: 'field', name: name.replaceAll('\\', '') },
    );
  }

  private quote(end: string): void {
    const start = this.at++;
    while (this.runes[this.at] !== end || this.runes[this.at - 1] === '\\') {
      if (this.at >= this.runes.length || this.runes[this.at] === '\n') {
        throw new Error('unterminated quoted string');
      }
      this.at++;
    }
    this.at++;
    const quoted = this.slice(start);
    const text = unquoted(quoted);
    if (text === undefined) throw new Error(`unquote string ${quoted} error invalid syntax`);
    this.current.push({ type: 'text', text });
  }

  private array(): void {
    const start = ++this.at;
    while (this.runes[this.at] !== ']') {
      if (this.at >= this.runes.length || this.runes[this.at] === '\n') throw new Error('unterminated array');
      this.at++;
    }
    const text = this.slice(start).replace(/^\*$/, ':');
    this.at++;
    this.index(text);
  }

  private index(text: string): void {
    const parts = text.split(',');
    const key = /^'([^']*)'$/.exec(text);
    if (parts.length > 1) {
      this.current.push({
        type: 'union',
        lists: parts.map((part) => parseAction(`[${trim(part, ' ')}]`)),
      });
    } else if (key) {
      this.current.push(...parseAction(`.${key[1]}`));
    } else {
      this.current.push(sliceOf(text));
    }
  }

  private filter(): void {
    this.at += 3;
    const text = this.filterText();
    if (this.runes[this.at++] !== ']') throw new Error('unclosed array expect ]');
    const { left, operator, right } = comparisonIn(text) ?? {};
    if (left === undefined || operator === undefined || right === undefined) {
      this.current.push({ type: 'filter', left: parseAction(text), operator: 'exists', right: [] });
    } else {
      this.current.push({ type: 'filter', left: parseAction(left), operator, right: parseAction(right) });
    }
  }

  /** Up to the closing parenthesis; one within quotes closes nothing. */
  private filterText(): string {
    const start = this.at;
    let [pair, closed]: [string | undefined, boolean] = [undefined, false];
    for (; ; this.at++) {
      const rune = this.runes[this.at];
      if (rune === undefined || rune === '\n') throw new Error('unterminated filter');
      if ((rune === '"' || rune === "'") && pair === undefined) pair = rune;
      else if (rune === pair && this.runes[this.at - 1] !== '\\') closed = true;
      else if (rune === ')' && (pair === undefined) === !closed) break;
    }
    return this.runes.slice(start, this.at++).join('');
  }

  private starts(text: string): boolean {
    return [...text].every((rune, index) => this.runes[this.at + index] === rune);
  }

  private slice(start: number): string {
    return this.runes.slice(start, this.at).join('');
  }
}

function sliceOf(text: string): Node {
  const match = /^(-?\d*)(:-?\d*)?(:-?\d*)?$/.exec(text);
  if (!match) throw new Error(`invalid array index ${text}`);
  const [start, end, step] = match.slice(1).map((part) => boundOf(part));
  return {
    type: 'array',
    start,
    end: match[2] === undefined || match[2] === '' ? { value: (start.value ?? 0) + 1, derived: true } : end,
    step,
  };
}

function boundOf(part: string | undefined): Bound {
  const digits = part?.replace(/^:/, '');
  if (!digits) return {};
  if (!/^-?\d+$/.test(digits)) throw new Error(`array index ${digits} is not a number`);
  return { value: Number(digits) };
}

/** `%#U`. */
function unicode(rune: string): string {
  const code = `U+${rune.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  return /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(rune) ? `${code} '${rune}'` : code;
}

/** The sides of a comparison; of signs alone behind the left one, the last is the right one. */
function comparisonIn(
  text: string,
): { readonly left: string; readonly operator: string; readonly right: string } | undefined {
  const [start, left, signs] = /^([^!<>=]+)([!<>=]+)/.exec(text) ?? [''];
  const rest = text.slice(start.length);
  if (!start || rest.includes('\n') || (!rest && signs.length < 2)) return undefined;
  return rest
    ? { left, operator: signs, right: rest }
    : { left, operator: signs.slice(0, -1), right: signs.slice(-1) };
}
