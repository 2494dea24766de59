import { quote } from '../../../go/format';
import { unquoted } from '../../../go/unquote';
import { Cursor } from './cursor';
import type { Token, TokenKind } from './lex';
import type { Command, Node, Operand, Pipe } from './nodes';

/** A template, with those that it defines by name. */
export interface Parsed {
  readonly list: readonly Node[];
  readonly defined: ReadonlyMap<string, readonly Node[]>;
}

/**
 * Reads a template (text/template/parse parse.go, Go 1.25).
 *
 * @param functions names of the functions there are
 * @throws Error in Go's words
 */
export const parseTemplate = (text: string, functions: ReadonlySet<string>) =>
  new Parser(text, functions).parsed();

const OPERANDS: ReadonlySet<TokenKind> = new Set([
  'bool',
  'char',
  'dot',
  'field',
  'identifier',
  '(',
  'nil',
  'number',
  'string',
  'variable',
]);

class Parser extends Cursor {
  private variables = ['$'];
  private ranges = 0;
  private readonly defined = new Map<string, readonly Node[]>();

  constructor(
    text: string,
    private readonly functions: ReadonlySet<string>,
  ) {
    super(text);
  }

  parsed(): Parsed {
    const list: Node[] = [];
    while (this.peek().kind !== 'eof') {
      const token = this.take();
      if (token.kind === 'text') {
        list.push({ type: 'text', text: token.text });
      } else if (token.kind === 'left' && this.past().text === 'define' && this.peek().kind === 'keyword') {
        this.define();
      } else {
        list.push(...this.action(token, (word) => this.fail(`unexpected {{${word}}}`)));
      }
    }
    return { list, defined: this.defined };
  }

  private define(): void {
    this.at++;
    const name = this.literalText(this.expect('string', 'define clause'));
    this.expect('right', 'define clause');
    const outer = this.variables;
    this.variables = ['$'];
    const { list, end } = this.list();
    if (end !== 'end') this.fail(`unexpected {{${end}}} in define clause`);
    this.variables = outer;
    this.defined.set(name, list);
  }

  /** Up to `end` or `else`, whose rest is left. */
  private list(): { readonly list: readonly Node[]; readonly end: 'end' | 'else' } {
    const list: Node[] = [];
    let end: 'end' | 'else' | undefined;
    while (end === undefined) {
      const token = this.take();
      if (token.kind === 'eof') this.fail('unexpected EOF');
      if (token.kind === 'text') {
        list.push({ type: 'text', text: token.text });
      } else {
        list.push(
          ...this.action(token, (word) => {
            end = word;
          }),
        );
      }
    }
    if (end === 'end') this.expect('right', 'end');
    return { list, end };
  }

  private action(open: Token, onEnd: (word: 'end' | 'else') => void): Node[] {
    if (open.kind !== 'left') this.unexpected(open, 'input');
    const token = this.past();
    if (token.kind !== 'keyword') return [{ type: 'action', pipe: this.pipe('command', 'right') }];
    this.at++;
    switch (token.text) {
      case 'end':
      case 'else':
        onEnd(token.text);
        return [];
      case 'if':
      case 'with':
      case 'range':
        return [this.control(token.text, token.at)];
      case 'template':
        return [this.template(token.at)];
      case 'block':
        return [this.block(token.at)];
      case 'break':
      case 'continue':
        return [this.jump(token.text)];
      default:
        return this.unexpected(token, 'command');
    }
  }

  private jump(word: 'break' | 'continue'): Node {
    if (!this.ranges) this.fail(`{{${word}}} outside {{range}}`);
    this.expect('right', `{{${word}}}`);
    return { type: word };
  }

  private control(type: 'if' | 'with' | 'range', at: number): Node {
    const before = this.variables.length;
    const pipe = this.pipe(type, 'right');
    if (type === 'range') this.ranges++;
    const { list, end } = this.list();
    if (type === 'range') this.ranges--;
    const otherwise = end === 'else' ? this.otherwise(type) : undefined;
    this.variables.length = before;
    return { type, pipe, list, otherwise, at };
  }

  private otherwise(type: 'if' | 'with' | 'range'): readonly Node[] {
    const next = this.past();
    if (next.kind === 'keyword' && next.text === type && type !== 'range') {
      this.at++;
      return [this.control(type, next.at)];
    }
    this.expect('right', 'else');
    const { list, end } = this.list();
    if (end !== 'end') this.fail('expected end; found {{else}}');
    return list;
  }

  private template(at: number): Node {
    const name = this.literalText(this.expect('string', 'template clause'));
    if (this.past().kind === 'right') {
      this.at++;
      return { type: 'template', name, at };
    }
    return { type: 'template', name, pipe: this.pipe('template clause', 'right'), at };
  }

  private block(at: number): Node {
    const name = this.literalText(this.expect('string', 'block clause'));
    const pipe = this.pipe('block clause', 'right');
    const { list } = this.list();
    this.defined.set(name, list);
    return { type: 'template', name, pipe, at };
  }

  private pipe(context: string, end: 'right' | ')'): Pipe {
    const at = this.past().at;
    const declared = this.declaration(context);
    const commands: Command[] = [];
    for (;;) {
      const token = this.past();
      if (token.kind === end) {
        this.at++;
        if (!commands.length) this.fail(`missing value for ${context}`);
        return { ...declared, commands, at };
      }
      if (!OPERANDS.has(token.kind)) this.unexpected(this.next(), context);
      if (commands.length && !this.piped) this.unexpected(this.next(), context);
      commands.push(this.command());
    }
  }

  private piped = false;

  private declaration(context: string): Pick<Pipe, 'variables' | 'assigns'> {
    const start = this.at;
    const variables: string[] = [];
    while (this.past().kind === 'variable') {
      variables.push(this.take().text);
      const next = this.past();
      if (next.kind === 'declare' || next.kind === 'assign') {
        this.at++;
        if (next.kind === 'declare') this.variables.push(...variables);
        return { variables, assigns: next.kind === 'assign' };
      }
      if (next.kind !== ',' || context !== 'range' || variables.length > 1) break;
      this.at++;
    }
    this.at = start;
    return { variables: [], assigns: false };
  }

  private command(): Command {
    const at = this.past().at;
    const operands: Operand[] = [];
    this.piped = false;
    for (;;) {
      const token = this.past();
      if (OPERANDS.has(token.kind)) operands.push(this.operand());
      const after = this.peek();
      if (after.kind === 'space') {
        this.at++;
        if (OPERANDS.has(this.past().kind)) continue;
      }
      const next = this.past();
      if (next.kind === 'pipe') {
        this.at++;
        this.piped = true;
        if (!OPERANDS.has(this.past().kind)) this.fail('missing value for command');
      } else if (next.kind !== 'right' && next.kind !== ')') {
        this.unexpected(this.next(), 'operand');
      }
      return { operands, at };
    }
  }

  private operand(): Operand {
    const at = this.past().at;
    const term = this.term();
    const names: string[] = [];
    while (this.peek().kind === 'field') names.push(this.take().text.slice(1));
    if (!names.length) return term;
    if (term.type === 'field' || term.type === 'variable') {
      return { ...term, names: [...term.names, ...names] };
    }
    if (term.type === 'literal' || term.type === 'nil' || term.type === 'dot') {
      this.fail(`unexpected . after term ${quote(term.type === 'literal' ? term.text : term.type)}`);
    }
    return { type: 'chain', operand: term, names, at };
  }

  private term(): Operand {
    const token = this.take();
    const { kind, text, at } = token;
    switch (kind) {
      case 'identifier':
      case 'variable':
        return this.named(token);
      case 'dot':
      case 'nil':
        return { type: kind, at };
      case 'field':
        return { type: 'field', names: [text.slice(1)], at };
      case '(':
        return { type: 'pipe', pipe: this.pipe('parenthesized pipeline', ')'), at };
      default:
        return { type: 'literal', value: this.literal(token), text, at };
    }
  }

  private named({ kind, text, at }: Token): Operand {
    if (kind === 'identifier') {
      if (!this.functions.has(text)) this.fail(`function ${quote(text)} not defined`);
      return { type: 'identifier', name: text, at };
    }
    if (!this.variables.includes(text)) this.fail(`undefined variable ${quote(text)}`);
    return { type: 'variable', name: text, names: [], at };
  }

  private literal(token: Token): string | number | boolean {
    const { kind, text } = token;
    if (kind === 'bool') return text === 'true';
    if (kind === 'number') return Number(text.replaceAll('_', ''));
    if (kind === 'char') {
      return unquoted(text)?.codePointAt(0) ?? this.fail(`malformed character constant: ${text}`);
    }
    return this.literalText(token);
  }

  private literalText({ text }: Token): string {
    if (text.startsWith('`')) return text.slice(1, -1).replaceAll('\r', '');
    return unquoted(text) ?? this.fail('invalid syntax');
  }
}
