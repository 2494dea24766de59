import { callOverload } from '../functions/declare';
import { FOLDED } from '../functions/conversions';
import type { Call, Fold, Ident, ListNode, MapNode, Node, Select, StructNode } from '../syntax/ast';
import { Dictionary, List, ListValue } from '../values/collections';
import { spend } from '../values/meter';
import { Optional, TypeValue } from '../values/scalars';
import { fail, noSuchOverload, show, type Value } from '../values/value';
import { access, accessOptional, isPresent } from './access';
import { fold } from './fold';
import { constant, Failure, type Part, type Run } from './frame';
import { conditional, equality, logical, notStrictlyFalse } from './logic';

/** What an expression may refer to besides its own variables. */
export interface Runtime {
  isVariable(name: string): boolean;
  /** The name that `type(x)` shows of a type. */
  typeName(name: string): string | undefined;
  /** Makes an object of a type from its fields. */
  make(type: string, fields: ReadonlyMap<string, Value>): Value;
}

/** Makes an expression ready to run. Its nodes have been checked. */
export class Planner {
  /** Names of the variables of loops, by their places. */
  private readonly places: string[] = [];

  constructor(private readonly runtime: Runtime) {}

  plan(node: Node): Part {
    switch (node.kind) {
      case 'literal':
        return constant(node.value);
      case 'ident':
        return this.ident(node);
      case 'select':
        return this.select(node);
      case 'call':
        return this.call(node);
      case 'list':
        return this.list(node);
      case 'map':
        return this.map(node);
      case 'struct':
        return this.struct(node);
      case 'fold':
        return this.fold(node);
    }
  }

  private ident({ name }: Ident): Part {
    const place = this.places.lastIndexOf(name);
    return place < 0 ? this.global(name.replace(/^\./, '')) : { run: localAt(place) };
  }

  private global(name: string): Part {
    const type = this.runtime.isVariable(name) ? undefined : this.runtime.typeName(name);
    return type === undefined ? { run: variableNamed(name) } : constant(new TypeValue(type));
  }

  private select({ operand, field, isTest, resolved }: Select): Part {
    if (resolved !== undefined) return this.global(resolved);
    const { run } = this.plan(operand);
    if (isTest) return { run: (frame) => isPresent(run(frame), field) };
    return { run: (frame) => access(run(frame), field) };
  }

  private call(node: Call): Part {
    const { name, args, target, resolved } = node;
    const operands = (resolved?.isMember ? [target!, ...args] : args).map((arg) => this.plan(arg));
    const special = specialRun(name, operands);
    if (special) return { run: special };
    return this.function(node, operands);
  }

  private function({ resolved }: Call, operands: readonly Part[]): Part {
    const { name, overloads } = resolved!;
    const [first] = operands;
    if (FOLDED.has(name) && first.constant) {
      return constant(callOverload(name, overloads, [first.constant.value]));
    }
    const runs = operands.map(({ run }) => run);
    return {
      run: (frame) => {
        const values = runs.map((run) => run(frame));
        spend(costOf(values));
        return callOverload(name, overloads, values);
      },
    };
  }

  private list({ items, optional }: ListNode): Part {
    const parts = items.map((item) => this.plan(item));
    if (!optional.size && parts.every((part) => part.constant)) {
      return constant(new ListValue(parts.map((part) => part.constant!.value)));
    }
    const runs = parts.map(({ run }) => run);
    if (!optional.size) return { run: (frame) => new ListValue(runs.map((run) => run(frame))) };
    return {
      run: (frame) =>
        new ListValue(
          runs.flatMap((run, index) => {
            const value = run(frame);
            return optional.has(index) ? contentOf(value, 'list element') : [value];
          }),
        ),
    };
  }

  private map({ entries }: MapNode): Part {
    const parts = entries.map(({ key, value, isOptional }) => ({
      key: this.plan(key).run,
      value: this.plan(value).run,
      isOptional,
    }));
    return {
      run: (frame) => {
        const made = new Dictionary();
        for (const part of parts) {
          const key = part.key(frame);
          const value = part.value(frame);
          const contents = part.isOptional ? contentOf(value, `entry '${show(key)}'`) : [value];
          if (contents.length) made.set(key, contents[0]);
          else made.delete(key);
        }
        return made;
      },
    };
  }

  private struct({ resolved, fields }: StructNode): Part {
    const parts = fields.map(({ name, value, isOptional }) => ({
      name,
      run: this.plan(value).run,
      isOptional,
    }));
    return {
      run: (frame) => {
        const made = new Map<string, Value>();
        for (const { name, run, isOptional } of parts) {
          const value = run(frame);
          const contents = isOptional ? contentOf(value, `entry '${name}'`) : [value];
          if (contents.length) made.set(name, contents[0]);
        }
        return this.runtime.make(resolved!, made);
      },
    };
  }

  private fold(node: Fold): Part {
    const init = this.plan(node.init);
    const range = this.plan(node.range);
    const place = this.places.length;
    this.places.push(node.accumulator, ...node.variables);
    const condition = this.plan(node.condition);
    const step = this.plan(node.step);
    this.places.length = place + 1;
    const result = this.plan(node.result);
    this.places.length = place;
    return { run: fold(node, place, { range, init, condition, step, result }) };
  }
}

function localAt(place: number): Run {
  return ({ locals }) => {
    const value = locals[place];
    if (value instanceof Failure) throw value.error;
    return value;
  };
}

function variableNamed(name: string): Run {
  return ({ variables }) => {
    const value = variables.get(name);
    return value === undefined ? fail(`no such attribute(s): ${name}`) : value;
  };
}

/** Operators that do not evaluate all of their operands, or take any. */
function specialRun(name: string, parts: readonly Part[]): Run | undefined {
  const [left, right] = parts;
  switch (name) {
    case '_&&_':
      return logical(parts, false);
    case '_||_':
      return logical(parts, true);
    case '_?_:_':
      return conditional(parts);
    case '@not_strictly_false':
      return notStrictlyFalse(parts);
    case '_==_':
      return equality(parts, false);
    case '_!=_':
      return equality(parts, true);
    case '_[_]':
      return (frame) => access(left.run(frame), right.run(frame));
    case '_[?_]':
    case '_?._':
      return (frame) => accessOptional(left.run(frame), right.run(frame));
    default:
      return lazyRun(name, left, right);
  }
}

/** Methods of optionals whose argument is needed if there is no value. */
function lazyRun(name: string, left: Part, right: Part): Run | undefined {
  switch (name) {
    case 'or':
      return (frame) =>
        orElse(
          left.run(frame),
          (optional) => optional,
          () => right.run(frame),
        );
    case 'orValue':
      return (frame) =>
        orElse(
          left.run(frame),
          (optional) => optional.value,
          () => right.run(frame),
        );
    default:
      return undefined;
  }
}

function orElse(value: Value, whenSet: (optional: Optional) => Value, otherwise: () => Value): Value {
  if (!(value instanceof Optional)) return noSuchOverload();
  return value.hasValue ? whenSet(value) : otherwise();
}

/** What an optional holds, if anything. */
function contentOf(value: Value, what: string): Value[] {
  if (!(value instanceof Optional)) {
    return fail(`cannot initialize optional ${what} from non-optional value ${show(value)}`);
  }
  return value.hasValue ? [value.value] : [];
}

/** Long lists and texts take longer. */
function costOf(values: readonly Value[]): number {
  let cost = 1;
  for (const value of values) {
    if (typeof value === 'string') cost += value.length >> 4;
    else if (value instanceof List) cost += value.size >> 2;
  }
  return cost;
}
