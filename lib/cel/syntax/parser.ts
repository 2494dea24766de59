import type { Entry, FieldInit, Node } from './ast';
import { valueOf } from './literals';
import { depthOf, MAX_DEPTH, nested, Reader, TooDeep } from './reader';
import { NotInGrammar, type Token } from './tokens';

/** Words that name no variable and no function. */
const RESERVED: ReadonlySet<string> = new Set(
  'as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  ),
);

const RELATIONS: ReadonlySet<string> = new Set(['<', '<=', '>=', '>', '==', '!=', 'in']);
const PRODUCTS: ReadonlySet<string> = new Set(['*', '/', '%']);
const SUMS: ReadonlySet<string> = new Set(['+', '-']);
const OPERATOR_NAMES: { readonly [text: string]: string } = { in: '@in' };

/** Parses one expression, as cel-go does; faults that leave the rest readable are collected. */
export class Parser extends Reader {
  /**
   * @throws NotInGrammar if it does not follow the grammar
   * @throws TooDeep if it is nested too deeply
   */
  parse(): Node {
    const node = this.expression();
    if (this.peek.kind !== 'end') throw new NotInGrammar();
    if (depthOf(node) > MAX_DEPTH) throw new TooDeep('max recursion depth exceeded');
    return node;
  }

  private expression(): Node {
    return this.inRule('expr', () => {
      const condition = this.logical('||', () => this.logical('&&', () => this.relation()));
      const question = this.take('?');
      if (!question) return condition;
      const whenTrue = this.logical('||', () => this.logical('&&', () => this.relation()));
      this.expect(':');
      const args = [condition, whenTrue, this.expression()];
      return this.counted(this.call('_?_:_', question.at, args), args);
    });
  }

  /** Operands of `||` or `&&`; one node has all of them. */
  private logical(operator: '||' | '&&', operand: () => Node): Node {
    const args = [operand()];
    let at = -1;
    for (let token = this.take(operator); token; token = this.take(operator)) {
      if (at < 0) at = token.at;
      args.push(operand());
    }
    if (at < 0) return args[0];
    return nested(this.call(`_${operator}_`, at, args), args);
  }

  private relation(): Node {
    return this.inRule('relation', () =>
      this.leftToRight(
        () => this.calc(1),
        RELATIONS,
        () => this.inRule('relation', () => this.calc(1)),
      ),
    );
  }

  /** Products bind at level 2, sums at level 1. */
  private calc(level: number): Node {
    return this.inRule('calc', () => {
      const product = () =>
        this.leftToRight(
          () => this.unary(),
          PRODUCTS,
          () => this.calc(3),
        );
      if (level === 3) return this.unary();
      if (level === 2) return product();
      return this.leftToRight(product, SUMS, () => this.calc(2));
    });
  }

  private leftToRight(first: () => Node, operators: ReadonlySet<string>, next: () => Node): Node {
    let left = first();
    while (this.peek.kind === 'operator' && operators.has(this.peek.text)) {
      const { text, at } = this.tokens[this.next++];
      const args = [left, next()];
      left = this.counted(this.call(OPERATOR_NAMES[text] ?? `_${text}_`, at, args), args);
    }
    return left;
  }

  private unary(): Node {
    const operator = this.peek;
    if (!this.is('!') && !this.isNegation()) return this.member();
    let isOdd = false;
    while (this.take(operator.text)) isOdd = !isOdd;
    const operand = this.member();
    if (!isOdd) return operand;
    return nested(this.call(`${operator.text}_`, operator.at, [operand]), [operand]);
  }

  /** Whether the next token is a minus that is no sign of a literal. */
  private isNegation(): boolean {
    const { kind } = this.tokens[this.next + 1] ?? this.peek;
    return this.is('-') && kind !== 'int' && kind !== 'float';
  }

  private member(): Node {
    let node = this.primary();
    for (;;) {
      const operand = node;
      const dot = this.take('.');
      if (dot) {
        node = this.afterDot(operand, dot);
        continue;
      }
      const bracket = this.take('[');
      if (!bracket) return node;
      const name = this.take('?') ? '_[?_]' : '_[_]';
      const args = [operand, this.expression()];
      this.expect(']');
      node = this.counted(this.call(name, bracket.at, args), args);
    }
  }

  private afterDot(operand: Node, dot: Token): Node {
    const isOptional = this.take('?') !== undefined;
    const name = this.tokens[this.next++];
    if (name.kind !== 'id' && name.kind !== 'escaped') throw new NotInGrammar();
    const paren = isOptional || name.kind === 'escaped' ? undefined : this.take('(');
    if (paren) {
      const args = this.args();
      return this.counted(this.call(name.text, paren.at, args, operand), [operand, ...args]);
    }
    const field = this.fieldName(name);
    if (!isOptional) {
      const select = this.made({ kind: 'select', operand, field, isTest: false, at: dot.at });
      return this.counted(select, [operand]);
    }
    const label: Node = this.made({ kind: 'literal', value: field, at: name.at });
    return this.counted(this.made({ kind: 'call', name: '_?._', args: [operand, label], at: dot.at }), [
      operand,
    ]);
  }

  private fieldName({ kind, text, at }: Token): string {
    if (kind === 'id') return text;
    if (!this.options.hasEscapedNames) this.fault(at, "unsupported syntax: '`'");
    return text.slice(1, -1);
  }

  private args(): Node[] {
    if (this.take(')')) return [];
    const args = [this.expression()];
    while (this.take(',')) args.push(this.expression());
    this.expect(')');
    return args;
  }

  private primary(): Node {
    const { kind, text, at } = this.peek;
    if (kind === 'id') return this.named();
    if (kind !== 'operator') return this.literal();
    if (text === '.') return this.named();
    if (text === '-' || text === 'true' || text === 'false' || text === 'null') return this.literal();
    this.next++;
    if (text === '[') return this.list(at);
    if (text === '{') return this.map(at);
    if (text !== '(') throw new NotInGrammar();
    const node = this.expression();
    this.expect(')');
    return node;
  }

  private named(): Node {
    const { at } = this.peek;
    const dot = this.take('.') ? '.' : '';
    const brace = this.braceAfterNames();
    if (brace !== undefined) return this.struct(dot, brace);
    const { kind, text, at: nameAt } = this.tokens[this.next++];
    if (kind !== 'id') throw new NotInGrammar();
    const paren = this.take('(');
    const args = paren && this.args();
    if (RESERVED.has(text)) return this.fault(at, `reserved identifier: ${text}`);
    const name = this.options.hasRootNames ? dot + text : text;
    if (!paren) return this.made({ kind: 'ident', name, written: dot + text, at: nameAt });
    return nested(this.call(dot + text, paren.at, args!), args!);
  }

  /** The index of a brace that follows a name with dots. */
  private braceAfterNames(): number | undefined {
    let index = this.next;
    while (this.tokens[index].kind === 'id') {
      const { text } = this.tokens[index + 1];
      if (text === '{') return index + 1;
      if (text !== '.') return undefined;
      index += 2;
    }
    return undefined;
  }

  private struct(dot: string, brace: number): Node {
    const name =
      dot +
      this.tokens
        .slice(this.next, brace)
        .map(({ text }) => text)
        .join('');
    this.next = brace + 1;
    const fields = this.items<FieldInit>('}', () => {
      const isOptional = this.take('?') !== undefined;
      const token = this.tokens[this.next++];
      if (token.kind !== 'id' && token.kind !== 'escaped') throw new NotInGrammar();
      const { at } = this.expect(':');
      return { at, name: this.fieldName(token), value: this.expression(), isOptional };
    });
    const node = this.made({ kind: 'struct', name, fields, at: this.tokens[brace].at });
    return nested(
      node,
      fields.map(({ value }) => value),
    );
  }

  private list(at: number): Node {
    const optional = new Set<number>();
    const items = this.items(']', (index) => {
      if (this.take('?')) optional.add(index);
      return this.expression();
    });
    return nested(this.made({ kind: 'list', items, optional, at }), items);
  }

  private map(at: number): Node {
    const entries = this.items<Entry>('}', () => {
      const isOptional = this.take('?') !== undefined;
      const key = this.expression();
      const colon = this.expect(':');
      return { at: colon.at, key, value: this.expression(), isOptional };
    });
    return nested(
      this.made({ kind: 'map', entries, at }),
      entries.flatMap(({ key, value }) => [key, value]),
    );
  }

  /** Items with commas between them; one may follow the last, or stand alone. */
  private items<T>(end: string, item: (index: number) => T): T[] {
    const items: T[] = [];
    if (this.take(',')) {
      this.expect(end);
      return items;
    }
    while (!this.take(end)) {
      items.push(item(items.length));
      if (this.take(',')) continue;
      this.expect(end);
      break;
    }
    return items;
  }

  private literal(): Node {
    const { at } = this.peek;
    const sign = this.take('-') ? '-' : '';
    const token = this.tokens[this.next++];
    if (sign && token.kind !== 'int' && token.kind !== 'float') throw new NotInGrammar();
    try {
      return this.made({ kind: 'literal', value: valueOf(token, sign), at });
    } catch (error) {
      if (error instanceof NotInGrammar) throw error;
      return this.fault(at, (error as Error).message);
    }
  }
}
