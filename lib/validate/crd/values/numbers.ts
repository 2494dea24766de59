import { goTextWithIntegers } from '../../../go/print';
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
  const add = (
    limit: number | undefined,
    prefix: string,
    judge: (bound: number) => ValueError | undefined,
  ) => {
    if (limit === undefined) return;
    const outside = format && outOfRange(limit, format, schema, prefix, place);
    result.add(outside);
    result.add(judge(whole && !outside ? Math.trunc(limit) : limit));
  };
  if (format) result.add(outOfRange(Number(value), format, schema, 'Checked', place));
  add(schema.multipleOf, 'MultipleOf', (factor) => multipleOf(value, factor, whole, place));
  add(schema.minimum, 'Minimum boundary', (bound) => atLeast(value, bound, schema, place));
  add(schema.maximum, 'Maximum boundary', (bound) => atMost(value, bound, schema, place));
  result.matches++;
  return result;
}

const shown = (value: number) => goTextWithIntegers(value);

function multipleOf(
  value: number | bigint,
  factor: number,
  whole: boolean,
  place: Place,
): ValueError | undefined {
  if (factor <= 0) {
    const message = `factor MultipleOf declared for ${place.name} must be positive: ${shown(factor)}`;
    return { ...place.error('invalid', '', { value: factor }), message };
  }
  const fits = whole
    ? BigInt(value) % BigInt(factor) === 0n
    : isWhole(factor < 1 ? (1 / factor) * Number(value) : Number(value) / factor);
  return fits ? undefined : place.error('invalid', `should be a multiple of ${shown(factor)}`, { value });
}

function atLeast(value: number | bigint, bound: number, { exclusiveMinimum }: Schema, place: Place) {
  if (exclusiveMinimum ? value > bound : value >= bound) return undefined;
  const text = exclusiveMinimum ? 'greater than' : 'greater than or equal to';
  return place.error('invalid', `should be ${text} ${shown(bound)}`, { value });
}

function atMost(value: number | bigint, bound: number, { exclusiveMaximum }: Schema, place: Place) {
  if (exclusiveMaximum ? value < bound : value <= bound) return undefined;
  const text = exclusiveMaximum ? 'less than' : 'less than or equal to';
  return place.error('invalid', `should be ${text} ${shown(bound)}`, { value });
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
  const ranges = RANGES[type];
  return ranges?.[format] ?? ranges?.[''];
}

/** IsValueValidAgainstRange, kube-openapi 1.36. */
function outOfRange(
  value: number,
  { integers, limit }: Range,
  { type = '', format = '' }: Schema,
  prefix: string,
  place: Place,
): ValueError | undefined {
  if ((!integers || Number.isInteger(value)) && value < limit && value >= -limit) return undefined;
  const known = FORMATS.includes(format) ? `with format ${format}` : '(default format)';
  return place.whole(`${prefix} value must be of type ${type} ${known} in ${place.name}`);
}

const FORMATS = ['int32', 'int64', 'float', 'double'];
