import type { Scalar } from '../schema/schema';
import { parseQuantity } from '../../apimachinery/quantity';
import { base64ErrorOffset } from '../../manifest/base64';
import type { Owner } from './owner';
import { timeError } from './go-time';
import type { Issues } from './issues';

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

/** Undefined if the value fits; a server's own text, or an empty one where only the type is wrong. */
type Misfit = (value: unknown) => string | undefined;

const when =
  (fits: (value: unknown) => boolean): Misfit =>
  (value) =>
    fits(value) ? undefined : '';
const text =
  (problem: (value: string) => string | undefined): Misfit =>
  (value) =>
    typeof value === 'string' ? problem(value) : '';

export const MISFITS: { readonly [scalar in Scalar]: Misfit } = {
  string: when((value) => typeof value === 'string'),
  bool: when((value) => typeof value === 'boolean'),
  int32: when((value) => isInteger(value, -(2 ** 31), 2 ** 31 - 1)),
  int64: when((value) => Number.isSafeInteger(value) || isInteger(value, -(2n ** 63n), 2n ** 63n - 1n)),
  double: when((value) => typeof value === 'number' || typeof value === 'bigint'),
  intOrString: when((value) => typeof value === 'string' || isInteger(value, -(2 ** 31), 2 ** 31 - 1)),
  quantity: quantityError,
  bytes: text(base64Error),
  time: text((value) => timeError(value, 'time')),
  microTime: text((value) => timeError(value, 'microTime')),
  object: () => undefined,
  any: () => undefined,
};

function isInteger(value: unknown, low: number | bigint, high: number | bigint): boolean {
  return (
    (typeof value === 'bigint' || Number.isInteger(value)) &&
    (value as number) >= low &&
    (value as number) <= high
  );
}

function quantityError(value: unknown): string | undefined {
  const readable = typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint';
  const result = parseQuantity(readable ? value : '');
  return typeof result === 'string' ? result : undefined;
}

function base64Error(value: string): string | undefined {
  const fault = base64ErrorOffset(value);
  return fault === undefined ? undefined : `illegal base64 data at input byte ${fault}`;
}
