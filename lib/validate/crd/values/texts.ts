import { matchesRegexp } from '../../../go/regexp';
import type { Schema } from '../schema';
import { formatOf } from './formats';
import type { Place } from './place';
import { Result, type ValueError } from './result';
import { wrongType } from './type';

/** stringValidator, kube-openapi pkg/validation/validate 1.30 to 1.37: only the first fault. */
export function judgeText(value: string, schema: Schema, place: Place): Result | undefined {
  const error = faultOf(value, schema, place);
  if (!error) return undefined;
  const result = new Result();
  result.add(error);
  return result;
}

function faultOf(
  value: string,
  { maxLength, minLength, pattern }: Schema,
  place: Place,
): ValueError | undefined {
  const length = maxLength === undefined && minLength === undefined ? 0 : [...value].length;
  if (maxLength !== undefined && length > maxLength) {
    return place.error('tooLong', `should be at most ${maxLength} chars long`, { value, valid: maxLength });
  }
  if (minLength !== undefined && length < minLength) {
    return place.error('invalid', `should be at least ${minLength} chars long`, { value });
  }
  if (!pattern || matchesRegexp(pattern, value) !== false) return undefined;
  return place.error('invalid', `should match '${pattern}'`, { value });
}

/** formatValidator, kube-openapi pkg/validation/validate 1.30 to 1.37. */
export function judgeFormat(
  value: string,
  { format = '' }: Schema,
  place: Place,
  minor: number,
): Result | undefined {
  const isFormat = format && formatOf(format, minor);
  return isFormat && !isFormat(value, minor) ? wrongType(place, format, value) : undefined;
}
