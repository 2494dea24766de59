import { goFloat } from '../../../go/float';
import { fieldOf } from '../../../object/value-at';
import type { Schema } from '../schema';
import type { Place } from './place';
import { Result, type ValueError } from './result';
import { isWhole, valueType } from './value-type';

/** numberValidator, kube-openapi pkg/validation/validate 1.30 to 1.37. */
export function judgeNumber(value: number | bigint, schema: Schema, place: Place, minor: number): Result {
  const result = new Result();
  const whole = valueType(value) === 'integer';
  // Formats of numbers count since 1.36.
  const format = minor >= 36 ? rangeOf(schema) : undefined;
  if (format) result.add(outOfRange(value, format, schema, 'Checked', place));
  for (const [name, prefix, judge] of LIMITS) {
    if (schema[name] === undefined) continue;
    // A server reads limits as doubles; large ones are read as integers here.
    const limit = Number(schema[name]);
    const outside = format && outOfRange(limit, format, schema, prefix, place);
    result.add(outside);
    const bound = whole && !outside ? integer(limit) : float(limit);
    const text = judge(value, bound, schema);
    if (text) result.add(place.error('invalid', text, { value }));
    else if (text === '') result.add(notPositive(bound, place));
  }
  result.matches++;
  return result;
}

/** A limit as it is compared, and as it is shown. */
interface Bound {
  readonly value: number;
  readonly isInteger: boolean;
  readonly text: string;
}

const integer = (limit: number): Bound => ({
  value: Math.trunc(limit),
  isInteger: true,
  text: String(Math.trunc(limit)),
});
const float = (limit: number): Bound => ({ value: limit, isInteger: false, text: goFloat(limit) });

/** Says what is wrong; an empty text stands for a factor that no number is a multiple of. */
type Judge = (value: number | bigint, bound: Bound, schema: Schema) => string | undefined;

const multipleOf: Judge = (value, { value: factor, isInteger, text }) => {
  if (factor <= 0) return '';
  const fits = isInteger
    ? BigInt(value) % BigInt(factor) === 0n
    : isWhole(factor < 1 ? (1 / factor) * Number(value) : Number(value) / factor);
  return fits ? undefined : `should be a multiple of ${text}`;
};

const atLeast: Judge = (value, bound, { exclusiveMinimum }) => {
  if (exclusiveMinimum ? value > bound.value : value >= bound.value) return undefined;
  return `should be greater than ${exclusiveMinimum ? '' : 'or equal to '}${bound.text}`;
};

const atMost: Judge = (value, bound, { exclusiveMaximum }) => {
  if (exclusiveMaximum ? value < bound.value : value <= bound.value) return undefined;
  return `should be less than ${exclusiveMaximum ? '' : 'or equal to '}${bound.text}`;
};

const LIMITS = [
  ['multipleOf', 'MultipleOf', multipleOf],
  ['minimum', 'Minimum boundary', atLeast],
  ['maximum', 'Maximum boundary', atMost],
] as const satisfies readonly (readonly [keyof Schema, string, Judge])[];

function notPositive({ value, text }: Bound, place: Place): ValueError {
  const message = `factor MultipleOf declared for ${place.name} must be positive: ${text}`;
  return { ...place.error('invalid', '', { value }), message };
}

/** The numbers that a type and its format allow. */
interface Range {
  readonly integers: boolean;
  readonly limit: number;
}

const RANGES: { readonly [type: string]: { readonly [format: string]: Range } } = {
  integer: { int32: { integers: true, limit: 2 ** 31 }, '': { integers: true, limit: 2 ** 63 } },
  number: { float: { integers: false, limit: 3.4028235677973366e38 } },
};

function rangeOf({ type = '', format = '' }: Schema): Range | undefined {
  const ranges = fieldOf(RANGES, type);
  return (fieldOf(ranges, format) ?? fieldOf(ranges, '')) as Range | undefined;
}

/** IsValueValidAgainstRange, kube-openapi 1.36. */
function outOfRange(
  value: number | bigint,
  { integers, limit }: Range,
  { type = '', format = '' }: Schema,
  prefix: string,
  place: Place,
): ValueError | undefined {
  const fits = integers ? valueType(value) === 'integer' : true;
  if (fits && value < limit && value >= -limit) return undefined;
  const known = FORMATS.includes(format) ? `with format ${format}` : '(default format)';
  return place.whole(`${prefix} value must be of type ${type} ${known} in ${place.name}`);
}

const FORMATS = ['int32', 'int64', 'float', 'double'];
