import { parseQuantity } from '../../apimachinery/parse-quantity';
import { isPlain } from '../../object/is-plain';
import { base64ErrorOffset } from '../../manifest/base64';
import type { Scalar } from '../schema/schema';
import { timeError } from './go-time';

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
  object: when((value) => isPlain(value)),
  any: when((value) => isPlain(value)),
};

export function isInteger(value: unknown, low: number | bigint, high: number | bigint): boolean {
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
