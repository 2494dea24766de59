import { scan } from '../text/scan';
import { labelValue, qualifiedName } from './labels';
import { aggregateText } from '../go/aggregate';
import { compareBytes, quote } from '../go/format';
import { isInteger } from '../go/atoi';

/** One condition of a label selector. */
export interface Requirement {
  readonly key: string;
  readonly operator: Operator;
  /** Sorted, each once. */
  readonly values: readonly string[];
}

export type Operator = '=' | '==' | '!=' | 'in' | 'notin' | 'exists' | '!' | 'gt' | 'lt';

const OPERATORS: { readonly [token: string]: Operator } = {
  in: 'in',
  '=': '=',
  '==': '==',
  '>': 'gt',
  '<': 'lt',
  notin: 'notin',
  '!=': '!=',
};
const EXPECTED_OPERATORS = 'in, notin, =, ==, !=, gt, lt';

interface Token {
  readonly kind:
    'identifier' | 'end' | 'error' | ')' | ',' | '!' | '==' | '=' | '>' | 'in' | '<' | '!=' | 'notin' | '(';
  readonly text: string;
}

const WORD = /[^=!(),>< \t\r\n\0]+/y;
const SPACE = /[ \t\r\n]+/y;
const SYMBOLS = ['==', '!=', ')', ',', '!', '=', '>', '<', '('] as const;

/**
 * Conditions of a label selector such as `app=web,tier in (a, b)`, by key (labels.ParseToRequirements, 1.36).
 *
 * @param minor kubectl whose texts on labels are used
 * @throws Error in Go's words
 */
export const parseRequirements = (text: string, minor: number) =>
  new Parser(tokensOf(text), minor).requirements();

/** A NUL ends a selector. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  scan(0, text.length, (at) => {
    const symbol = SYMBOLS.find((one) => text.startsWith(one, at));
    const word = symbol ?? matchAt(WORD, text, at);
    if (word) {
      tokens.push({ kind: symbol ?? (word === 'in' || word === 'notin' ? word : 'identifier'), text: word });
    }
    const end = at + word.length;
    return text[at] === '\0' ? undefined : end + matchAt(SPACE, text, end).length;
  });
  return [...tokens, { kind: 'end', text: '' }];
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

class Parser {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly minor: number,
  ) {}

  requirements(): Requirement[] {
    const found: Requirement[] = [];
    for (;;) {
      const next = this.value();
      if (next.kind === 'end') break;
      if (next.kind !== 'identifier' && next.kind !== '!') {
        throw new Error(`found '${next.text}', expected: !, identifier, or 'end of string'`);
      }
      found.push(this.oneRequirement());
      const after = this.take();
      if (after.kind === 'end') break;
      if (after.kind !== ',') throw new Error(`found '${after.text}', expected: ',' or 'end of string'`);
      const following = this.value();
      if (following.kind !== 'identifier' && following.kind !== '!') {
        throw new Error(`found '${following.text}', expected: identifier after ','`);
      }
    }
    return found.sort((a, b) => compareBytes(a.key, b.key));
  }

  /** The next token where a value may stand: a keyword is one, too. */
  private value(): Token {
    const token = this.tokens[this.at];
    return token.kind === 'in' || token.kind === 'notin' ? { kind: 'identifier', text: token.text } : token;
  }

  private take(): Token {
    const token = this.value();
    this.at++;
    return token;
  }

  private oneRequirement(): Requirement {
    try {
      return this.requirement();
    } catch (error) {
      throw new Error(`unable to parse requirement: ${(error as Error).message}`);
    }
  }

  private requirement(): Requirement {
    const negated = this.value().kind === '!';
    if (negated) this.at++;
    const key = this.take();
    if (key.kind !== 'identifier') throw new Error(`found '${key.text}', expected: identifier`);
    this.checkKey(key.text, '<nil>');
    const alone = ['end', ','].includes(this.value().kind);
    if (negated || alone) return this.checked(key.text, negated ? '!' : 'exists', []);
    const token = this.tokens[this.at++];
    const operator = OPERATORS[token.kind];
    if (!operator) throw new Error(`found '${token.text}', expected: ${EXPECTED_OPERATORS}`);
    const values = operator === 'in' || operator === 'notin' ? this.list() : this.exact();
    return this.checked(key.text, operator, [...new Set(values)].sort(compareBytes));
  }

  private list(): string[] {
    const open = this.take();
    if (open.kind !== '(') throw new Error(`found '${open.text}' expected: '('`);
    const first = this.value();
    if (first.kind === ')') return [this.take() && ''];
    if (first.kind !== 'identifier' && first.kind !== ',') {
      throw new Error(`found '${first.text}', expected: ',', ')' or identifier`);
    }
    const values = this.identifiers();
    this.at++;
    return values;
  }

  /** What is left out before, between or after commas is an empty value. */
  private identifiers(): string[] {
    const values: string[] = [];
    for (;;) {
      const token = this.take();
      const next = this.value();
      if (token.kind === 'identifier') {
        values.push(token.text);
        if (next.kind === ')') return values;
        if (next.kind !== ',') throw new Error(`found '${next.text}', expected: ',' or ')'`);
      } else if (token.kind === ',') {
        if (!values.length || next.kind === ')' || next.kind === ',') values.push('');
        if (next.kind === ')') return values;
      } else {
        throw new Error(`found '${token.text}', expected: ',', or identifier`);
      }
    }
  }

  private exact(): string[] {
    if (['end', ','].includes(this.value().kind)) return [''];
    const token = this.take();
    if (token.kind !== 'identifier') throw new Error(`found '${token.text}', expected: identifier`);
    return [token.text];
  }

  private checkKey(key: string, path: string): void {
    const problems = qualifiedName(key, this.minor);
    if (problems.length) throw new Error(`${path}: Invalid value: ${quote(key)}: ${problems.join('; ')}`);
  }

  /** NewRequirement. */
  private checked(key: string, operator: Operator, values: readonly string[]): Requirement {
    const ordinal = operator === 'gt' || operator === 'lt';
    const problems = values.flatMap((value, index) =>
      ordinal && !isInteger(value)
        ? [
            `values[${index}]: Invalid value: ${quote(value)}: for 'Gt', 'Lt' operators, the value must be an integer`,
          ]
        : [],
    );
    for (const [index, value] of values.entries()) {
      const found = labelValue(value, this.minor);
      if (found.length) {
        problems.push(`values[${index}][${key}]: Invalid value: ${quote(value)}: ${found.join('; ')}`);
      }
    }
    if (problems.length) throw new Error(aggregateText(problems));
    return { key, operator, values };
  }
}
