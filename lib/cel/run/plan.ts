import { callOverload } from '../functions/declare';
import { FOLDED } from '../functions/conversions';
import type { Call, Fold, Ident, ListNode, MapNode, Node, Select, StructNode } from '../syntax/ast';
import { Dictionary, ListValue } from '../values/collections';
import { charge } from '../values/meter';
import { Optional, TypeValue } from '../values/scalars';
import { fail, noSuchOverload, show, type Value } from '../values/value';
import { access, accessOptional, isPresent } from './access';
import { fold } from './fold';
import { functionRun } from './calls';
import { LIST_COST, MAP_COST, SELECT_COST, STRUCT_COST } from './costs';
import { constant, Failure, type Frame, type Part, type Run } from './frame';
import { membership } from './membership';
import { conditional, equality, logical, notStrictlyFalse } from './logic';

/** What an expression may refer to besides its own variables. */
export interface Runtime {
  isVariable(name: string): boolean;
  /** The name that `type(x)` shows of a type. */
  typeName(name: string): string | undefined;
  /** Makes an object of a type from its fields. */
  make(type: string, fields: ReadonlyMap<string, Value>): Value;
}

const isIndex = (name: string) => name === '_[_]' || name === '_[?_]' || name === '_?._';

/** Whether what is selected from it is charged along with it. */
const isAttribute = (node: Node) =>
  node.kind === 'ident' ||
  node.kind === 'select' ||
  (node.kind === 'call' && (isIndex(node.name) || node.name === '_?_:_'));

/** Makes an expression ready to run. Its nodes have been checked. */
export class Planner {
  /** Names of the variables of loops, by their places. */
  private readonly places: string[] = [];

  constructor(private readonly runtime: Runtime) {}

  /**
   * @param head what a server charges for a variable, or for selecting from something else: nothing if the
   *   value is one that a condition or an index selects
   */
  plan(node: Node, head = SELECT_COST): Part {
    switch (node.kind) {
      case 'literal':
        return constant(node.value);
      case 'ident':
        return this.ident(node, head);
      case 'select':
        return this.select(node, head);
      case 'call':
        return this.call(node, head);
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

  private ident({ name }: Ident, head: number): Part {
    const place = this.places.lastIndexOf(name);
    return place < 0 ? this.global(name.replace(/^\./, ''), head) : { run: localAt(place, head) };
  }

  private global(name: string, head: number): Part {
    const type = this.runtime.isVariable(name) ? undefined : this.runtime.typeName(name);
    return type === undefined ? { run: variableNamed(name, head) } : constant(new TypeValue(type));
  }

  private select({ operand, field, isTest, resolved }: Select, head: number): Part {
    if (resolved !== undefined) return this.global(resolved, head);
    const run = this.holder(operand, isTest ? 0 : head);
    if (isTest) return { run: (frame) => isPresent(run(frame), field) };
    return { run: (frame) => access(run(frame), field) };
  }

  /** What something is selected from. */
  private holder(node: Node, head: number): Run {
    if (isAttribute(node)) return this.plan(node, head).run;
    const { run } = this.plan(node);
    if (!head) return run;
    return (frame) => {
      const value = run(frame);
      charge(head);
      return value;
    };
  }

  /** A value that a condition or an index selects. */
  private selected(node: Node): Part {
    return this.plan(node, isAttribute(node) ? 0 : SELECT_COST);
  }

  private call(node: Call, head: number): Part {
    const { name, args, target, resolved } = node;
    if (isIndex(name)) return this.indexed(name, args, head);
    if (name === '_?_:_') {
      const [condition, ...branches] = args;
      return {
        run: conditional([this.plan(condition), ...branches.map((branch) => this.selected(branch))]),
      };
    }
    const operands = (resolved?.isMember ? [target!, ...args] : args).map((arg) => this.plan(arg));
    const special = specialRun(name, operands);
    return special ? { run: special } : this.function(node, operands);
  }

  private indexed(name: string, [holderNode, index]: readonly Node[], head: number): Part {
    const holder = this.holder(holderNode, head);
    const { run } = this.selected(index);
    return name === '_[_]'
      ? { run: (frame) => access(holder(frame), run(frame)) }
      : { run: (frame) => accessOptional(holder(frame), run(frame)) };
  }

  private function({ resolved }: Call, operands: readonly Part[]): Part {
    const { name, overloads } = resolved!;
    const [first] = operands;
    if (FOLDED.has(name) && first.constant) {
      return constant(callOverload(name, overloads, [first.constant.value]));
    }
    return membership(name, overloads, operands) ?? { run: functionRun(name, overloads, operands) };
  }

  private list({ items, optional }: ListNode): Part {
    const parts = items.map((item) => this.plan(item));
    if (!optional.size && parts.every((part) => part.constant)) {
      return constant(new ListValue(parts.map((part) => part.constant!.value)));
    }
    const runs = parts.map(({ run }) => run);
    if (!optional.size) {
      return {
        run: (frame) => {
          charge(LIST_COST);
          return new ListValue(runs.map((run) => run(frame)));
        },
      };
    }
    return {
      run: (frame) => {
        charge(LIST_COST);
        const items = runs.flatMap((run, index) => {
          const value = run(frame);
          return optional.has(index) ? contentOf(value, 'list element') : [value];
        });
        return new ListValue(items);
      },
    };
  }

  private map({ entries }: MapNode): Part {
    const parts = entries.map(({ key, value, isOptional }) => ({
      key: this.plan(key),
      value: this.plan(value),
      isOptional,
    }));
    const isConstant = parts.every(
      ({ key, value, isOptional }) => key.constant && value.constant && !isOptional,
    );
    const cost = isConstant ? 0 : MAP_COST;
    const run: Run = (frame) => {
      charge(cost);
      const made = new Dictionary();
      for (const part of parts) {
        const key = part.key.run(frame);
        const value = part.value.run(frame);
        const contents = part.isOptional ? contentOf(value, `entry '${show(key)}'`) : [value];
        if (contents.length) made.set(key, contents[0]);
        else made.delete(key);
      }
      return made;
    };
    return isConstant ? constant(run(NOTHING)) : { run };
  }

  private struct({ resolved, fields }: StructNode): Part {
    const parts = fields.map(({ name, value, isOptional }) => ({
      name,
      run: this.plan(value).run,
      isOptional,
    }));
    return {
      run: (frame) => {
        charge(STRUCT_COST);
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

/** What constants are made of. */
const NOTHING: Frame = { variables: new Map(), locals: [] };

function localAt(place: number, cost: number): Run {
  return ({ locals }) => {
    charge(cost);
    const value = locals[place];
    if (value instanceof Failure) throw value.error;
    return value;
  };
}

function variableNamed(name: string, cost: number): Run {
  return ({ variables }) => {
    charge(cost);
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
    case '@not_strictly_false':
      return notStrictlyFalse(parts);
    case '_==_':
      return equality(parts, false);
    case '_!=_':
      return equality(parts, true);
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
