import { CelEvaluationError } from '../errors';
import { callOverload } from '../functions/declare';
import { regexpProblem } from '../../go/regexp';
import type { Call, ListNode, MapNode, Node } from '../syntax/ast';
import { childrenOf } from '../syntax/children';
import { type CelType, formatType, isExactly, unwrapped } from '../types';
import { formatFault } from './format-calls';
import { Reporter } from './reporter';
import type { Scope } from './scope';

/** Functions whose constant argument has to be one that they take. */
const LITERALS: ReadonlySet<string> = new Set(['duration', 'timestamp', 'matches']);

/** Finds what servers refuse in expressions whose types are right (cel.ASTValidators). */
export class Validator extends Reporter {
  constructor(
    private readonly scope: Scope,
    private readonly typeOf: (node: Node) => CelType,
  ) {
    super();
  }

  /** Lists and maps that are formatted may hold values of several types. */
  validate(node: Node, isFormatted = false): void {
    if (node.kind === 'call') this.call(node);
    if (node.kind === 'list' && !isFormatted) this.list(node);
    if (node.kind === 'map' && !isFormatted) this.map(node);
    const within = isFormatted || (node.kind === 'call' && node.name === 'format');
    for (const child of childrenOf(node)) this.validate(child, within);
  }

  private call(node: Call): void {
    const fault = this.scope.hasFormatChecks ? formatFault(node, this.typeOf) : undefined;
    if (fault) this.faults.push(fault);
    this.argument(node);
  }

  private argument({ name, args: [arg] }: Call): void {
    if (!LITERALS.has(name) || arg?.kind !== 'literal') return;
    const isTaken =
      name === 'matches' ? regexpProblem(String(arg.value)) === undefined : this.succeeds(name, arg.value);
    if (!isTaken) this.report(arg.at, `invalid ${name} argument`);
  }

  private succeeds(name: string, value: Parameters<typeof callOverload>[2][number]): boolean {
    try {
      callOverload(name, this.scope.functionNamed(name)!.overloads, [value]);
      return true;
    } catch (error) {
      if (error instanceof CelEvaluationError) return false;
      throw error;
    }
  }

  /** Only the first item of another type is reported. */
  private list({ items, optional }: ListNode): void {
    const types = items.map((item, index) => this.contentType(item, optional.has(index)));
    const wrong = types.findIndex((type) => !isExactly(types[0], type));
    if (wrong > 0) this.differs(items[wrong], types[0], types[wrong]);
  }

  private map({ entries }: MapNode): void {
    const keys = entries.map(({ key }) => this.typeOf(key));
    const values = entries.map(({ value, isOptional }) => this.contentType(value, isOptional));
    entries.forEach(({ key, value }, index) => {
      if (!isExactly(keys[0], keys[index])) this.differs(key, keys[0], keys[index]);
      if (!isExactly(values[0], values[index])) this.differs(value, values[0], values[index]);
    });
  }

  private contentType(node: Node, isOptional: boolean): CelType {
    const type = this.typeOf(node);
    return isOptional ? unwrapped(type) : type;
  }

  private differs({ at }: Node, expected: CelType, found: CelType): void {
    this.report(at, `expected type '${formatType(expected)}' but found '${formatType(found)}'`);
  }
}
