import { isMap } from '../../../go/sorted-keys';
import { compareByOperator } from './compare';
import type { Bound, Node } from './nodes';

/**
 * Finds what a template names in data, part by part (client-go util/jsonpath jsonpath.go, 1.36). A map's
 * values come in the order of their keys; Go's come in any.
 */
export class Evaluation {
  private toBegin = 0;
  private within = 0;
  private toEnd = 0;
  private lastEnd?: Node;

  constructor(private readonly missingAllowed: boolean) {}

  /** @throws Error in Go's words */
  results(nodes: readonly Node[], data: unknown): (readonly unknown[])[] {
    const found: (readonly unknown[])[] = [];
    for (let at = 0; at < nodes.length; at++) {
      const values = this.walk([data], nodes[at]);
      if (this.toEnd > 0 && this.toEnd <= this.within) {
        this.toEnd--;
        this.lastEnd = nodes[at];
        break;
      }
      if (this.toBegin === 0) {
        found.push(values);
      } else {
        found.push(...this.range(nodes.slice(at + 1), values));
        const end = nodes.indexOf(this.lastEnd!, at + 1);
        if (end >= 0) at = end;
      }
    }
    return found;
  }

  /** What stands between range and end, for each value; without any, it is walked once to find the end. */
  private range(nodes: readonly Node[], values: readonly unknown[]): (readonly unknown[])[] {
    this.toBegin--;
    this.within++;
    const found = values.flatMap((value) => this.results(nodes, value));
    if (!values.length) this.results(nodes, undefined);
    this.within--;
    return found;
  }

  private walk(values: readonly unknown[], node: Node): readonly unknown[] {
    switch (node.type) {
      case 'list':
        return this.list(values, node.nodes);
      case 'text':
        return [node.text];
      case 'field':
        return this.field(values, node.name);
      case 'array':
        return values
          .filter((value) => value !== null && value !== undefined)
          .flatMap((value) => sliced(value, node.start, node.end, node.step));
      case 'filter':
        return values.flatMap((value) => this.filter(value, node));
      case 'number':
      case 'bool':
        return values.map(() => node.value);
      case 'wildcard':
        return values.flatMap(children);
      case 'recursive':
        return descendants(values);
      case 'union':
        return node.lists.flatMap((nodes) => this.list(values, nodes));
      case 'identifier':
        return this.keyword(values, node.name);
    }
  }

  private list(values: readonly unknown[], nodes: readonly Node[]): readonly unknown[] {
    return nodes.reduce((current, node) => this.walk(current, node), values);
  }

  private keyword(values: readonly unknown[], name: string): readonly unknown[] {
    if (name === 'range') {
      this.toBegin++;
      return values;
    }
    if (name !== 'end') throw new Error(`unrecognized identifier ${name}`);
    if (this.within === 0) throw new Error('not in range, nothing to end');
    this.toEnd++;
    return [];
  }

  private field(values: readonly unknown[], name: string): readonly unknown[] {
    const found = values.flatMap((value) =>
      isMap(value) && Object.hasOwn(value, name) ? [value[name]] : [],
    );
    if (values.length && !found.length && !this.missingAllowed) throw new Error(`${name} is not found`);
    return found;
  }

  private filter(
    value: unknown,
    { left, operator, right }: Extract<Node, { type: 'filter' }>,
  ): readonly unknown[] {
    if (!Array.isArray(value)) {
      throw new Error(`${String(value)} is not array or slice and cannot be filtered`);
    }
    return value.filter((item) => {
      if (operator === 'exists') return this.exists(item, left);
      const [one, other] = [this.list([item], left), this.list([item], right)];
      if (!one.length || !other.length) return false;
      if (one.length > 1 || other.length > 1) throw new Error('can only compare one element at a time');
      return compareByOperator(one[0], operator, other[0]);
    });
  }

  private exists(item: unknown, nodes: readonly Node[]): boolean {
    try {
      return this.list([item], nodes).length > 0;
    } catch {
      return false;
    }
  }
}

function children(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (isMap(value)) {
    return Object.keys(value)
      .sort()
      .map((key) => value[key]);
  }
  return typeof value === 'string' ? [...Buffer.from(value)] : [];
}

function descendants(values: readonly unknown[]): readonly unknown[] {
  return values.flatMap((value) => {
    const below = children(value);
    return below.length ? [value, ...descendants(below)] : [];
  });
}

function sliced(value: unknown, start: Bound, end: Bound, { value: step = 1 }: Bound): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error(`${typeName(value)} is not array or slice`);
  const first = fromEnd(start.value ?? 0, value.length);
  const last = lastOf(end, value.length);
  if (first === last) return [];
  checkBounds(first, last, value.length);
  if (step <= 0) throw new Error('step must be > 0');
  return value.slice(first, last).filter((_, index) => index % step === 0);
}

function checkBounds(first: number, last: number, length: number): void {
  const outside = (index: number) => new Error(`array index out of bounds: index ${index}, length ${length}`);
  if (first >= length || first < 0) throw outside(first);
  if (last > length || last < 0) throw outside(last - 1);
  if (first > last) throw new Error(`starting index ${first} is greater than ending index ${last}`);
}

/** An end that follows from a start of -1 is the list's own. */
function lastOf({ value, derived }: Bound, length: number): number {
  if (value === undefined || (value === 0 && derived)) return length;
  return fromEnd(value, length);
}

const fromEnd = (index: number, length: number) => (index < 0 ? index + length : index);

/** Go's name of the type of a value that comes from JSON. */
function typeName(value: unknown): string {
  if (isMap(value)) return 'map[string]interface {}';
  return typeof value === 'number' ? 'float64' : typeof value === 'boolean' ? 'bool' : typeof value;
}
