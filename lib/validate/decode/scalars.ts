import type { Scalar } from '../schema/schema';
import { parseQuantity } from '../vocabulary/quantity';
import type { Owner } from './decode';
import type { Issues } from './issues';

/** The value where it is of the type, undefined (and an issue) where not. `key` is the field, absent for an item. */
export function scalarOf(scalar: Scalar, value: unknown, owner: Owner, key: string | undefined, issues: Issues): unknown {
  const problem = FITS[scalar](value);
  if (problem === undefined) return value;
  const place = key === undefined ? owner : { struct: owner.struct, path: owner.path.child(key) };
  return problem ? issues.badValue(place, value, scalar, problem) : issues.wrongType(place, value, { form: 'scalar', scalar });
}

/** Undefined where the value fits; a server's own text, or an empty one where only the type is wrong. */
type Fit = (value: unknown) => string | undefined;

const when = (fits: (value: unknown) => boolean): Fit => (value) => (fits(value) ? undefined : '');
const text = (problem: (value: string) => string | undefined): Fit => (value) => (typeof value === 'string' ? problem(value) : '');

const FITS: { readonly [scalar in Scalar]: Fit } = {
  string: when((value) => typeof value === 'string'),
  bool: when((value) => typeof value === 'boolean'),
  int32: when((value) => isInteger(value, -(2 ** 31), 2 ** 31 - 1)),
  int64: when((value) => isInteger(value, -(2n ** 63n), 2n ** 63n - 1n)),
  double: when((value) => typeof value === 'number' || typeof value === 'bigint'),
  intOrString: when((value) => typeof value === 'string' || isInteger(value, -(2 ** 31), 2 ** 31 - 1)),
  quantity: quantityError,
  bytes: text(base64Error),
  time: text(timeError),
  microTime: text(timeError),
  object: when((value) => typeof value === 'object' && !Array.isArray(value)),
  any: () => undefined,
};

function isInteger(value: unknown, low: number | bigint, high: number | bigint): boolean {
  return (typeof value === 'bigint' || Number.isInteger(value)) && (value as number) >= low && (value as number) <= high;
}

function quantityError(value: unknown): string | undefined {
  const readable = typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint';
  const result = parseQuantity(readable ? value : '');
  return typeof result === 'string' ? result : undefined;
}

/** Standard encoding with padding, line ends ignored (encoding/base64). */
function base64Error(value: string): string | undefined {
  const clean = value.replace(/[\r\n]/g, '');
  if (/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(clean)) return undefined;
  const bad = clean.search(/[^A-Za-z0-9+/]/);
  return `illegal base64 data at input byte ${bad < 0 ? clean.length - (clean.length % 4) : bad}`;
}

const RFC3339 = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[-+]([01]\d|2[0-3]):[0-5]\d)$/;

function timeError(value: string): string | undefined {
  return RFC3339.test(value) ? undefined : `parsing time "${value}" as "2006-01-02T15:04:05Z07:00": cannot parse "${value}" as "2006"`;
}
