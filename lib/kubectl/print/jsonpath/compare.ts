import { compareBytes } from '../../../go/format';
/** How values compare in templates (third_party/forked/golang/template funcs.go). */

type Basic = 'bool' | 'number' | 'string';

function basicOf(value: unknown): Basic {
  const type = typeof value;
  if (type === 'boolean') return 'bool';
  if (type === 'number' || type === 'string') return type;
  throw new Error('invalid type for comparison');
}

function equal(left: unknown, right: unknown): boolean {
  if (basicOf(left) !== basicOf(right)) throw new Error('incompatible types for comparison');
  return left === right;
}

function less(left: unknown, right: unknown): boolean {
  const [one, other] = [basicOf(left), basicOf(right)];
  if (one !== other) throw new Error('incompatible types for comparison');
  if (one === 'bool') throw new Error('invalid type for comparison');
  return one === 'number'
    ? (left as number) < (right as number)
    : compareBytes(left as string, right as string) < 0;
}

/** @throws Error in Go's words */
export function compareByOperator(left: unknown, operator: string, right: unknown): boolean {
  switch (operator) {
    case '==':
      return equal(left, right);
    case '!=':
      return !equal(left, right);
    case '<':
      return less(left, right);
    case '<=':
      return less(left, right) || equal(left, right);
    case '>':
      return !less(left, right) && !equal(left, right);
    case '>=':
      return !less(left, right);
    default:
      throw new Error(`unrecognized filter operator ${operator}`);
  }
}
