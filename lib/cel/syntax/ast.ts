import type { Overload } from '../functions/declare';
import type { CelType } from '../types';
import type { Value } from '../values/value';

/** An expression. `at` is the index of what cel-go takes for its place; the checker adds `type`. */
export type Node = Literal | Ident | Select | Call | ListNode | MapNode | StructNode | Fold;

interface Base {
  readonly at: number;
  /** How many operations are nested, as cel-go counts them. */
  depth?: number;
  type?: CelType;
}

export interface Literal extends Base {
  readonly kind: 'literal';
  readonly value: Value;
}

export interface Ident extends Base {
  readonly kind: 'ident';
  readonly name: string;
  /** The name as it is written, with a leading dot that may have no meaning. */
  readonly written?: string;
}

export interface Select extends Base {
  readonly kind: 'select';
  readonly operand: Node;
  readonly field: string;
  /** Whether only its presence is asked for: `has(a.b)`. */
  readonly isTest: boolean;
  /** The variable or type with a qualified name that the checker found. */
  resolved?: string;
}

export interface Call extends Base {
  readonly kind: 'call';
  readonly name: string;
  readonly target?: Node;
  readonly args: readonly Node[];
  /** What the checker found: the function and which overloads may apply. */
  resolved?: Resolution;
}

/** A function with those of its overloads that take arguments of the types found. */
export interface Resolution {
  readonly name: string;
  readonly overloads: readonly Overload[];
  /** Whether the target is an argument, not part of the function's name. */
  readonly isMember: boolean;
}

export interface ListNode extends Base {
  readonly kind: 'list';
  readonly items: readonly Node[];
  /** Indexes of items written `?item`. */
  readonly optional: ReadonlySet<number>;
}

export interface Entry {
  readonly at: number;
  readonly key: Node;
  readonly value: Node;
  readonly isOptional: boolean;
}

export interface MapNode extends Base {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
}

export interface FieldInit {
  readonly at: number;
  readonly name: string;
  readonly value: Node;
  readonly isOptional: boolean;
}

export interface StructNode extends Base {
  readonly kind: 'struct';
  readonly name: string;
  readonly fields: readonly FieldInit[];
  /** The full name that the checker found. */
  resolved?: string;
}

/** What macros become: a loop over a list or map. */
export interface Fold extends Base {
  readonly kind: 'fold';
  readonly range: Node;
  readonly variables: readonly [string] | readonly [string, string];
  readonly accumulator: string;
  readonly init: Node;
  readonly condition: Node;
  readonly step: Node;
  readonly result: Node;
}
