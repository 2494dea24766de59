import { goTextWithIntegers } from '../../../go/print';
import type { Schema } from '../schema';
import type { Place } from './place';
import { Result } from './result';
import { isEqual, isWhole, valueType } from './value-type';

/** typeValidator, kube-openapi pkg/validation/validate/type.go 1.30 to 1.37. */
export function judgeType(value: unknown, schema: Schema, place: Place): Result {
  const found = valueType(value);
  const wanted = value === null ? instead(schema) : wantedType(value, found, schema);
  if (wanted !== undefined) return wrongType(place, wanted.type, wanted.shown ?? found);
  const result = new Result();
  result.matches++;
  return result;
}

/** What a null should be. */
function instead(schema: Schema): Wanted | undefined {
  const types = typesOf(schema);
  return types.length && !types.includes('null') && !schema.nullable ? { type: types.join(',') } : undefined;
}

/** The types of a schema, if it has any (ConvertJSONSchemaPropsWithPostProcess, apiextensions 1.36). */
export function typesOf({ type, 'x-kubernetes-int-or-string': isEither }: Schema): readonly string[] {
  if (isEither) return INT_OR_STRING;
  return type ? [type] : [];
}

const INT_OR_STRING = ['integer', 'string'];

interface Wanted {
  readonly type: string;
  /** What is shown of the value, if not its type. */
  readonly shown?: string;
}

/** What a value should be; undefined if it is. */
function wantedType(value: unknown, found: string, schema: Schema): Wanted | undefined {
  const types = typesOf(schema);
  if (types.some((each) => isOfType(value, found, each))) return undefined;
  const { format = '' } = schema;
  const type = types.join(',');
  if (found === 'string' || found === 'array') {
    // A format stands for the type of texts and lists.
    return format && !types.some((each) => NUMBERS.has(each)) ? undefined : { type };
  }
  const own = OWN_FORMATS[found] ?? '';
  return format && own !== format ? { type: format, shown: own } : { type };
}

const NUMBERS: ReadonlySet<string> = new Set(['integer', 'number']);

const isOfType = (value: unknown, found: string, type: string) =>
  found === type ||
  (found === 'number' && type === 'integer' && isWhole(Number(value))) ||
  (found === 'integer' && type === 'number');

/** Formats of the types that a server reads numbers as. */
const OWN_FORMATS: { readonly [type: string]: string } = { integer: 'int64', number: 'float64' };

/** `found` is shown as if it were the value. */
export function wrongType(place: Place, type: string, found: string): Result {
  const result = new Result();
  result.add(place.error('type', `must be of type ${type}: ${JSON.stringify(found)}`, { value: found }));
  return result;
}

/** basicCommonValidator, kube-openapi 1.30 to 1.37. */
export function judgeEnum(value: unknown, { enum: values = [] }: Schema, place: Place): Result | undefined {
  if (!values.length || (value !== null && values.some((each) => isOneOf(value, each)))) return undefined;
  const result = new Result();
  const text = `should be one of ${goTextWithIntegers(values)}`;
  result.add(place.error('enum', text, { value, valid: values }));
  return result;
}

/** Values are converted to the type of each: a float is cut off. */
function isOneOf(value: unknown, each: unknown): boolean {
  const [from, to] = [valueType(value), valueType(each)];
  if (from === 'number' && to === 'integer') return Math.trunc(Number(value)) === Number(each);
  if (from === 'integer' && to === 'number') return Number(value) === Number(each);
  return isEqual(value, each);
}
