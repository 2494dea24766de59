import type { Value } from '../values/value';
import type { Fold, Node } from './ast';
import type { Fault } from './source';

type Expander = (target: Node | undefined, args: readonly Node[], make: Factory) => Node | Fault;

/** Macros by name, number of arguments and whether they have a target. */
export type MacroSet = ReadonlyMap<string, Expander>;

const ACCUMULATOR = '@result';
const OLD_ACCUMULATOR = '__result__';
/** A variable that no expression can name. */
const UNUSED = '#unused';
const INSERT = 'cel.@mapInsert';

/** Makes nodes at the place of the call that is replaced. */
class Factory {
  constructor(private readonly at: number) {}

  literal(value: Value): Node {
    return { kind: 'literal', value, at: this.at };
  }

  name(name: string): Node {
    return { kind: 'ident', name, at: this.at };
  }

  accumulator(): Node {
    return this.name(ACCUMULATOR);
  }

  call(name: string, ...args: Node[]): Node {
    return { kind: 'call', name, args, at: this.at };
  }

  method(name: string, target: Node, ...args: Node[]): Node {
    return { kind: 'call', name, target, args, at: this.at };
  }

  list(...items: Node[]): Node {
    return { kind: 'list', items, optional: new Set(), at: this.at };
  }

  map(): Node {
    return { kind: 'map', entries: [], at: this.at };
  }

  test(operand: Node, field: string): Node {
    return { kind: 'select', operand, field, isTest: true, at: this.at };
  }

  fold(loop: Omit<Fold, 'kind' | 'at'>): Node {
    return { kind: 'fold', ...loop, at: this.at };
  }
}

/** What a call becomes if it is one of a macro: another expression, or a fault. */
export function expandMacro(
  macros: MacroSet,
  name: string,
  target: Node | undefined,
  args: readonly Node[],
  at: number,
): Node | Fault | undefined {
  const expander = macros.get(keyOf(name, args.length, target !== undefined));
  return expander?.(target, args, new Factory(at));
}

const keyOf = (name: string, count: number, isMethod: boolean) => `${name}:${count}:${isMethod}`;

type Variables = Fold['variables'];
type Loop = Pick<Fold, 'init' | 'condition' | 'step' | 'result'>;

const NOT_A_NAME = 'argument must be a simple name';
const NOT_AN_IDENTIFIER = 'argument is not an identifier';
const OVERWRITES = 'iteration variable overwrites accumulator variable';

/** The variables that the first arguments name. */
function variablesOf(args: readonly Node[], count: 1 | 2, problem: string): Variables | Fault {
  const names: string[] = [];
  for (const node of args.slice(0, count)) {
    if (node.kind !== 'ident') return { at: node.at, message: problem };
    names.push(node.name);
  }
  if (count === 2 && names[0] === names[1]) {
    return { at: args[1].at, message: `duplicate variable name: ${names[0]}` };
  }
  const bad = names.findIndex((name) => name === ACCUMULATOR || name === OLD_ACCUMULATOR);
  if (bad >= 0) return { at: args[bad].at, message: OVERWRITES };
  return names as unknown as Variables;
}

/** A macro that loops over its target, with one or two variables. */
function loop(
  count: 1 | 2,
  body: (make: Factory, args: readonly Node[], variables: Variables, names: readonly Node[]) => Loop,
  problem = NOT_A_NAME,
): Expander {
  return (target, args, make) => {
    const variables = variablesOf(args, count, problem);
    if ('message' in variables) return variables;
    return make.fold({
      range: target!,
      variables,
      accumulator: ACCUMULATOR,
      ...body(make, args.slice(count), variables, args),
    });
  };
}

const all = (make: Factory, [predicate]: readonly Node[]): Loop => ({
  init: make.literal(true),
  condition: make.call('@not_strictly_false', make.accumulator()),
  step: make.call('_&&_', make.accumulator(), predicate),
  result: make.accumulator(),
});

const exists = (make: Factory, [predicate]: readonly Node[]): Loop => ({
  init: make.literal(false),
  condition: make.call('@not_strictly_false', make.call('!_', make.accumulator())),
  step: make.call('_||_', make.accumulator(), predicate),
  result: make.accumulator(),
});

const existsOne = (make: Factory, [predicate]: readonly Node[]): Loop => ({
  init: make.literal(0n),
  condition: make.literal(true),
  step: make.call(
    '_?_:_',
    predicate,
    make.call('_+_', make.accumulator(), make.literal(1n)),
    make.accumulator(),
  ),
  result: make.call('_==_', make.accumulator(), make.literal(1n)),
});

/** The step, taken only where the filter holds. */
const filtered = (make: Factory, filter: Node | undefined, step: Node) =>
  filter ? make.call('_?_:_', filter, step, make.accumulator()) : step;

function collect(make: Factory, init: Node, step: Node): Loop {
  return { init, condition: make.literal(true), step, result: make.accumulator() };
}

/** The last argument, and the filter before it if there is one. */
const filterAnd = (args: readonly Node[]) => ({
  filter: args.length > 1 ? args[0] : undefined,
  transform: args[args.length - 1],
});

function toList(make: Factory, args: readonly Node[]): Loop {
  const { filter, transform } = filterAnd(args);
  const step = make.call('_+_', make.accumulator(), make.list(transform));
  return collect(make, make.list(), filtered(make, filter, step));
}

function filter(make: Factory, [predicate]: readonly Node[], _: Variables, [name]: readonly Node[]): Loop {
  const step = make.call('_+_', make.accumulator(), make.list(name));
  return collect(make, make.list(), filtered(make, predicate, step));
}

function toMap(make: Factory, args: readonly Node[], [key]: Variables): Loop {
  const { filter: predicate, transform } = filterAnd(args);
  const step = make.call(INSERT, make.accumulator(), make.name(key), transform);
  return collect(make, make.map(), filtered(make, predicate, step));
}

function toEntries(make: Factory, args: readonly Node[]): Loop {
  const { filter: predicate, transform } = filterAnd(args);
  const step = make.call(INSERT, make.accumulator(), transform);
  return collect(make, make.map(), filtered(make, predicate, step));
}

const has: Expander = (_, [arg], make) =>
  arg.kind === 'select'
    ? make.test(arg.operand, arg.field)
    : { at: arg.at, message: 'invalid argument to has() macro' };

/** `optMap` wraps what it computes; `optFlatMap` takes it as it is. */
function mapOptional(name: string, wrap: (make: Factory, value: Node) => Node): Expander {
  return (target, [variable, transform], make) => {
    if (variable.kind !== 'ident') {
      return { at: variable.at, message: `${name}() variable name must be a simple identifier` };
    }
    const value = make.fold({
      range: make.list(),
      variables: [UNUSED],
      accumulator: variable.name,
      init: make.method('value', target!),
      condition: make.literal(false),
      step: make.name(variable.name),
      result: transform,
    });
    return make.call(
      '_?_:_',
      make.method('hasValue', target!),
      wrap(make, value),
      make.call('optional.none'),
    );
  };
}

export const STANDARD_MACROS: MacroSet = new Map<string, Expander>([
  [keyOf('has', 1, false), has],
  [keyOf('all', 2, true), loop(1, all)],
  [keyOf('exists', 2, true), loop(1, exists)],
  [keyOf('exists_one', 2, true), loop(1, existsOne)],
  [keyOf('map', 2, true), loop(1, toList, NOT_AN_IDENTIFIER)],
  [keyOf('map', 3, true), loop(1, toList, NOT_AN_IDENTIFIER)],
  [keyOf('filter', 2, true), loop(1, filter, NOT_AN_IDENTIFIER)],
  [keyOf('optMap', 2, true), mapOptional('optMap', (make, value) => make.call('optional.of', value))],
  [keyOf('optFlatMap', 2, true), mapOptional('optFlatMap', (_, value) => value)],
]);

/** Macros that loop with two variables. */
export const TWO_VARIABLE_MACROS: MacroSet = new Map<string, Expander>([
  [keyOf('all', 3, true), loop(2, all)],
  [keyOf('exists', 3, true), loop(2, exists)],
  [keyOf('exists_one', 3, true), loop(2, existsOne)],
  [keyOf('existsOne', 3, true), loop(2, existsOne)],
  ...[3, 4].flatMap((count): [string, Expander][] => [
    [keyOf('transformList', count, true), loop(2, toList)],
    [keyOf('transformMap', count, true), loop(2, toMap)],
    [keyOf('transformMapEntry', count, true), loop(2, toEntries)],
  ]),
]);

const SORTED = '@__sortBy_input__';

/** Sorts a list by what an expression makes of each item. */
const sortBy: Expander = (target, args, make) => {
  if (target!.kind === 'literal' || target!.kind === 'map' || target!.kind === 'struct') {
    const kinds = 'a list, identifier, comprehension, call or select expression';
    return { at: target!.at, message: `sortBy can only be applied to ${kinds}` };
  }
  const keys = loop(1, toList, NOT_AN_IDENTIFIER)(make.name(SORTED), args, make);
  if ('message' in keys) return keys;
  return make.fold({
    range: make.list(),
    variables: [UNUSED],
    accumulator: SORTED,
    init: target!,
    condition: make.literal(false),
    step: make.name(SORTED),
    result: make.method('@sortByAssociatedKeys', make.name(SORTED), keys),
  });
};

/** What cel-go's extension for lists adds. */
export const SORT_MACROS: MacroSet = new Map([[keyOf('sortBy', 2, true), sortBy]]);
