import { quote } from '../../validate/go-text';
import { compareBytes } from '../go/object';

/** One condition of a label selector. */
export interface Requirement {
  readonly key: string;
  readonly operator: '=' | '==' | '!=' | 'in' | 'notin' | 'exists' | '!' | '>' | '<';
  readonly values: readonly string[];
}

/** What is wrong with keys and values. */
export interface LabelChecks {
  readonly key: (key: string) => readonly string[];
  readonly value: (value: string) => readonly string[];
}

/** Reads the conditions of a selector, sorted by key (labels.ParseToRequirements, apimachinery 1.36). */
export function parseRequirements(text: string, checks: LabelChecks): Requirement[] {
  const requirements = new Parser(tokensOf(text), checks).requirements();
  return requirements.sort((a, b) => compareBytes(a.key, b.key));
}

interface Token {
  readonly type: string;
  readonly text: string;
}

const SYMBOLS = ['!=', '==', '=', '!', '(', ')', ',', '>', '<'];
const WORDS = ['in', 'notin'];
const END: Token = { type: 'end', text: '' };

function tokensOf(text: string): Token[] {
  const parts = text.match(/[=!(),><]+|[^\s=!(),><]+/g) ?? [];
  return [...parts.flatMap((part) => (/^[=!(),><]/.test(part) ? symbolsOf(part) : [{ type: WORDS.includes(part) ? part : 'identifier', text: part }])), END];
}

function symbolsOf(text: string): Token[] {
  const symbol = SYMBOLS.find((one) => text.startsWith(one))!;
  const rest = text.slice(symbol.length);
  return [{ type: symbol, text: symbol }, ...(rest ? symbolsOf(rest) : [])];
}

const OPERATORS = ['in', 'notin', '=', '==', '!=', 'gt', 'lt'];

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[], private readonly checks: LabelChecks) {}

  requirements(): Requirement[] {
    const found: Requirement[] = [];
    for (;;) {
      const next = this.peek();
      if (next.type === 'end') return found;
      if (!isStart(next)) throw expected(next, "!, identifier, or 'end of string'");
      found.push(this.named(() => this.requirement()));
      const after = this.take();
      if (after.type === 'end') return found;
      if (after.type !== ',') throw expected(after, "',' or 'end of string'");
      if (!isStart(this.peek())) throw expected(this.peek(), "identifier after ','");
    }
  }

  private named<T>(step: () => T): T {
    try {
      return step();
    } catch (error) {
      throw new Error(`unable to parse requirement: ${(error as Error).message}`);
    }
  }

  private requirement(): Requirement {
    const negated = this.peek().type === '!';
    if (negated) this.take();
    const key = this.identifier();
    throwTogether(invalid('<nil>', key, this.checks.key(key)));
    const after = this.peek().type;
    if (negated) return { key, operator: '!', values: [] };
    if (after === 'end' || after === ',') return { key, operator: 'exists', values: [] };
    const operator = this.operator();
    return this.checked({ key, operator, values: operator === 'in' || operator === 'notin' ? this.list() : [this.single()] });
  }

  private identifier(): string {
    const token = this.take();
    if (!isIdentifier(token)) throw expected(token, 'identifier');
    return token.text;
  }

  private operator(): Requirement['operator'] {
    const { type, text } = this.take();
    if (['in', '=', '==', '>', '<', 'notin', '!='].includes(type)) return type as Requirement['operator'];
    throw expected({ type, text }, OPERATORS.join(', '));
  }

  private single(): string {
    const { type } = this.peek();
    return type === 'end' || type === ',' ? '' : this.identifier();
  }

  private list(): string[] {
    const open = this.take();
    if (open.type !== '(') throw new Error(`found '${open.text}' expected: '('`);
    const first = this.peek();
    if (first.type === ')') {
      this.take();
      return [''];
    }
    if (!isIdentifier(first) && first.type !== ',') throw expected(first, "',', ')' or identifier");
    const values = this.values();
    this.take();
    return [...values].sort(compareBytes);
  }

  /** Up to the closing parenthesis; nothing between commas is an empty value. */
  private values(): Set<string> {
    const values = new Set<string>();
    for (;;) {
      const token = this.take();
      const next = this.peek();
      if (isIdentifier(token)) {
        values.add(token.text);
        if (next.type === ')') return values;
        if (next.type !== ',') throw expected(next, "',' or ')'");
      } else if (token.type === ',') {
        if (!values.size || next.type === ',' || next.type === ')') values.add('');
        if (next.type === ')') return values;
      } else throw expected(token, "',', or identifier");
    }
  }

  /** NewRequirement. */
  private checked(requirement: Requirement): Requirement {
    const { key, operator, values } = requirement;
    const numbers = operator === '>' || operator === '<' ? values.flatMap(numberProblem) : [];
    throwTogether([...numbers, ...values.flatMap((value, index) => invalid(`values[${index}][${key}]`, value, this.checks.value(value)))]);
    return requirement;
  }

  private peek(): Token {
    return this.tokens[this.at] ?? END;
  }

  private take(): Token {
    return this.tokens[this.at++] ?? END;
  }
}

/** Names of operators may be keys and values, too. */
const isIdentifier = ({ type }: Token) => type === 'identifier' || WORDS.includes(type);

const isStart = (token: Token) => isIdentifier(token) || token.type === '!';

const expected = ({ text }: Token, what: string) => new Error(`found '${text}', expected: ${what}`);

const invalid = (field: string, value: string, problems: readonly string[]) =>
  (problems.length ? [`${field}: Invalid value: ${quote(value)}: ${problems.join('; ')}`] : []);

const numberProblem = (value: string, index: number) =>
  invalid(`values[${index}]`, value, /^[-+]?\d+$/.test(value) ? [] : ["for 'Gt', 'Lt' operators, the value must be an integer"]);

/** utilerrors.Aggregate. */
function throwTogether(problems: readonly string[]): void {
  if (problems.length) throw new Error(problems.length === 1 ? problems[0] : `[${problems.join(', ')}]`);
}
