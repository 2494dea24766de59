import { compareBytes, quote } from '../../../go/format';
import type { JsonObject } from '../../../go/object';
import { goText } from '../../../go/print';
import { FUNCTIONS, isTrue } from './functions';
import {
  type Command,
  commandText,
  type Node,
  type Operand,
  operandText,
  type Pipe,
  pipeText,
} from './nodes';
import type { Parsed } from './parse';

/** Why a template could not be carried out to its end. */
export class ExecutionError extends Error {}

class Jump {
  constructor(readonly word: 'break' | 'continue') {}
}

interface Variable {
  readonly name: string;
  value: unknown;
}

/** Carries out a template; what it prints is there even where it fails (text/template exec.go, Go 1.25). */
export class Execution {
  printed = '';
  private readonly variables: Variable[] = [];

  /** @param missingAllowed whether a field may be one that is not there */
  constructor(
    private readonly text: string,
    private readonly parsed: Parsed,
    private readonly missingAllowed: boolean,
  ) {}

  /** @throws ExecutionError in Go's words */
  run(data: unknown): void {
    this.variables.push({ name: '$', value: data });
    this.list(this.parsed.list, data);
  }

  private list(list: readonly Node[], dot: unknown): void {
    for (const node of list) this.node(node, dot);
  }

  private node(node: Node, dot: unknown): void {
    switch (node.type) {
      case 'text':
        this.printed += node.text;
        break;
      case 'action':
        this.action(node.pipe, dot);
        break;
      case 'if':
      case 'with':
        this.choice(node, dot);
        break;
      case 'range':
        this.range(node, dot);
        break;
      case 'template':
        this.template(node, dot);
        break;
      default:
        throw new Jump(node.type);
    }
  }

  private action(pipe: Pipe, dot: unknown): void {
    const value = this.pipe(pipe, dot);
    if (!pipe.variables.length) {
      this.printed += value === undefined ? '<no value>' : value === null ? '<no value>' : goText(value);
    }
  }

  private choice(
    { type, pipe, list, otherwise = [] }: Extract<Node, { type: 'if' | 'with' | 'range' }>,
    dot: unknown,
  ): void {
    const before = this.variables.length;
    const value = this.pipe(pipe, dot);
    if (isTrue(value)) this.list(list, type === 'with' ? value : dot);
    else this.list(otherwise, dot);
    this.variables.length = before;
  }

  private range(
    { pipe, list, otherwise = [], at }: Extract<Node, { type: 'if' | 'with' | 'range' }>,
    dot: unknown,
  ): void {
    const before = this.variables.length;
    const value = this.pipe({ ...pipe, variables: [] }, dot);
    const entries = this.entries(value, pipe, at);
    for (const [key, item] of entries) {
      this.declare(pipe, key, item);
      if (this.once(list, item)) break;
      this.variables.length = before;
    }
    this.variables.length = before;
    if (!entries.length) this.list(otherwise, dot);
  }

  private entries(value: unknown, pipe: Pipe, at: number): (readonly [key: unknown, item: unknown])[] {
    if (value === null || value === undefined) return [];
    if (Array.isArray(value)) return [...value.entries()];
    if (typeof value === 'object') return Object.entries(value).sort(([a], [b]) => compareBytes(a, b));
    if (typeof value === 'number' && Number.isInteger(value)) {
      return Array.from({ length: Math.max(0, value) }, (_, index) => [index, index]);
    }
    return this.fail(at, pipeText(pipe), `range can't iterate over ${goText(value)}`);
  }

  private declare({ variables, assigns }: Pipe, key: unknown, item: unknown): void {
    const values = variables.length === 1 ? [item] : [key, item];
    variables.forEach((name, index) =>
      assigns ? this.assign(name, values[index]) : this.variables.push({ name, value: values[index] }),
    );
  }

  private assign(name: string, value: unknown): void {
    this.variable(name).value = value;
  }

  /** The innermost of a name. */
  private variable(name: string): Variable {
    return [...this.variables].reverse().find((variable) => variable.name === name)!;
  }

  /** Whether it was the last time. */
  private once(list: readonly Node[], item: unknown): boolean {
    try {
      this.list(list, item);
      return false;
    } catch (jump) {
      if (!(jump instanceof Jump)) throw jump;
      return jump.word === 'break';
    }
  }

  private template({ name, pipe, at }: Extract<Node, { type: 'template' }>, dot: unknown): void {
    const list = this.parsed.defined.get(name);
    if (!list) return this.fail(at, `{{template ${quote(name)}}}`, `template ${quote(name)} not defined`);
    const data = pipe ? this.pipe(pipe, dot) : undefined;
    const outer = this.variables.splice(0);
    this.variables.push({ name: '$', value: data });
    this.list(list, data);
    this.variables.splice(0, Infinity, ...outer);
  }

  private pipe({ variables, assigns, commands }: Pipe, dot: unknown): unknown {
    let value: unknown;
    commands.forEach((command, index) => {
      value = this.command(command, dot, index ? [value] : []);
    });
    for (const name of variables) {
      if (assigns) this.assign(name, value);
      else this.variables.push({ name, value });
    }
    return value;
  }

  /** @param last what is piped into it */
  private command(command: Command, dot: unknown, last: readonly unknown[]): unknown {
    const [first, ...rest] = command.operands;
    if (first.type === 'identifier') return this.call(first.name, command, rest, dot, last);
    if (rest.length || last.length) {
      return this.fail(
        first.at,
        operandText(first),
        `can't give argument to non-function ${operandText(first)}`,
      );
    }
    if (first.type === 'nil') return this.fail(first.at, 'nil', 'nil is not a command');
    return this.value(first, dot);
  }

  private call(
    name: string,
    command: Command,
    operands: readonly Operand[],
    dot: unknown,
    last: readonly unknown[],
  ): unknown {
    if (name === 'and' || name === 'or') return this.decide(name, operands, dot, last);
    const values = [...operands.map((operand) => this.value(operand, dot)), ...last];
    try {
      return FUNCTIONS[name](...values);
    } catch (error) {
      if (error instanceof ExecutionError || error instanceof Jump) throw error;
      return this.fail(
        command.at,
        commandText(command),
        `error calling ${name}: ${(error as Error).message}`,
      );
    }
  }

  private decide(
    name: 'and' | 'or',
    operands: readonly Operand[],
    dot: unknown,
    last: readonly unknown[],
  ): unknown {
    let value: unknown;
    for (const operand of operands) {
      value = this.value(operand, dot);
      if (isTrue(value) === (name === 'or')) return value;
    }
    return last.length ? last[0] : value;
  }

  private value(operand: Operand, dot: unknown): unknown {
    switch (operand.type) {
      case 'dot':
        return dot;
      case 'nil':
        return null;
      case 'literal':
        return operand.value;
      case 'field':
        return this.fields(dot, operand.names, operand);
      case 'variable':
        return this.fields(this.variable(operand.name).value, operand.names, operand);
      case 'chain':
        return this.fields(this.value(operand.operand, dot), operand.names, operand);
      case 'pipe':
        return this.pipe(operand.pipe, dot);
      case 'identifier':
        return this.call(operand.name, { operands: [operand], at: operand.at }, [], dot, []);
    }
  }

  private fields(value: unknown, names: readonly string[], operand: Operand): unknown {
    return names.reduce((current, name) => this.field(current, name, operand), value);
  }

  private field(value: unknown, name: string, operand: Operand): unknown {
    const fail = (problem: string) => this.fail(operand.at, operandText(operand), problem);
    if (value === undefined) {
      return this.missingAllowed ? undefined : fail(`nil data; no entry for key ${quote(name)}`);
    }
    if (value === null) return fail(`nil pointer evaluating interface {}.${name}`);
    if (typeof value !== 'object' || Array.isArray(value)) {
      return fail(`can't evaluate field ${name} in type interface {}`);
    }
    if (Object.hasOwn(value, name)) return (value as JsonObject)[name];
    return this.missingAllowed ? undefined : fail(`map has no entry for key ${quote(name)}`);
  }

  private fail(at: number, context: string, problem: string): never {
    const before = Buffer.from(this.text.slice(0, at));
    const line = before.filter((byte) => byte === 10).length + 1;
    const column = before.length - (before.lastIndexOf(10) + 1);
    const shown = context.length > 20 ? `${context.slice(0, 20)}...` : context;
    throw new ExecutionError(
      `template: output:${line}:${column}: executing "output" at <${shown}>: ${problem}`,
    );
  }
}
