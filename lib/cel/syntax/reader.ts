import { CelNotSupported } from '../errors';
import type { Node } from './ast';
import { expandMacro, type MacroSet } from './macros';
import type { Fault, SyntaxOptions } from './source';
import { NotInGrammar, type Token, tokensOf } from './tokens';

/** How deeply rules of the grammar and operations may be nested. */
export const MAX_DEPTH = 250;
/** How many nodes an expression may have: macros copy what they are given. */
const MAX_NODES = 200_000;

/** An expression that is nested too deeply, in cel-go's words. */
export class TooDeep extends Error {}

type Rule = 'expr' | 'relation' | 'calc';

/** Reads tokens and makes nodes; what may follow what is the parser's. */
export class Reader {
  readonly faults: Fault[] = [];
  protected readonly tokens: readonly Token[];
  protected next = 0;
  private nodes = 0;
  private readonly depths: Record<Rule, number> = { expr: 0, relation: 0, calc: 0 };

  constructor(
    text: string,
    protected readonly macros: MacroSet,
    protected readonly options: SyntaxOptions,
  ) {
    this.tokens = tokensOf(text);
  }

  protected get peek(): Token {
    return this.tokens[this.next];
  }

  protected is(text: string): boolean {
    const { kind, text: found } = this.peek;
    return kind === 'operator' && found === text;
  }

  /** The next token, if it is a certain operator. */
  protected take(text: string): Token | undefined {
    return this.is(text) ? this.tokens[this.next++] : undefined;
  }

  protected expect(text: string): Token {
    const token = this.take(text);
    if (!token) throw new NotInGrammar();
    return token;
  }

  protected inRule<T>(rule: Rule, body: () => T): T {
    if (++this.depths[rule] > MAX_DEPTH) {
      throw new TooDeep(`expression recursion limit exceeded: ${MAX_DEPTH}`);
    }
    const result = body();
    this.depths[rule]--;
    return result;
  }

  protected call(name: string, at: number, args: readonly Node[], target?: Node): Node {
    const expanded = expandMacro(this.macros, name, target, args, at);
    if (expanded === undefined) return this.made({ kind: 'call', name, target, args, at });
    return 'message' in expanded ? this.fault(expanded.at, expanded.message) : this.made(expanded);
  }

  protected fault(at: number, message: string): Node {
    this.faults.push({ at, message });
    return { kind: 'literal', value: null, at };
  }

  protected made<T extends Node>(node: T): T {
    if (++this.nodes > MAX_NODES) {
      throw new CelNotSupported('the expression', 'is too large to be evaluated here');
    }
    return node;
  }

  /** A node of a rule that cel-go counts, and what is within it. */
  protected counted(node: Node, inside: readonly Node[]): Node {
    return nested(node, inside, 1);
  }
}

export function nested(node: Node, inside: readonly Node[], levels = 0): Node {
  const deepest = inside.reduce((most, child) => Math.max(most, depthOf(child)), 0);
  node.depth = Math.max(depthOf(node), deepest + levels);
  return node;
}

export const depthOf = ({ depth = 0 }: Node) => depth;
