import type { Scalar } from '../schema/schema';
import type { Owner } from './owner';
import type { Issues } from './issues';
import { isInteger, MISFITS } from './misfits';

/** The value where it is of the type, undefined (and an issue) where not. */
export function scalarOf(scalar: Scalar, value: unknown, owner: Owner, issues: Issues): unknown {
  const problem = MISFITS[scalar](value);
  if (problem === undefined) return value;
  if (scalar === 'bytes' && Array.isArray(value)) return bytesOf(value, owner, issues);
  return problem
    ? issues.badValue(owner, value, scalar, problem)
    : issues.wrongType(owner, value, { form: 'scalar', scalar });
}

/** Go reads a list of numbers as bytes, too. */
function bytesOf(list: readonly unknown[], owner: Owner, issues: Issues): string | undefined {
  const wrong = list.findIndex((item) => item !== null && !isInteger(item, 0, 255));
  if (wrong >= 0) {
    return issues.wrongByte({ struct: owner.struct, path: owner.path.index(wrong) }, list[wrong]);
  }
  return Buffer.from(list.map(Number)).toString('base64');
}
