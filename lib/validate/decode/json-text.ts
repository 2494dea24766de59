import { jsonProblem } from '../../go/json';
import { jsonTypeOf } from '../../go/sorted-keys';
import type { Scalar } from '../schema/schema';
import { MISFITS } from './misfits';

/** A Go type that a text is decoded into: its name in errors, and what it holds. */
export type JsonType = { readonly go: string } & (
  | { readonly scalar: Scalar }
  | { readonly items: JsonType }
  | { readonly values: JsonType }
  | { readonly fields: { readonly [name: string]: JsonType } }
);

export const jsonScalar = (scalar: Scalar, go: string = scalar): JsonType => ({ go, scalar });

export const jsonList = (items: JsonType): JsonType => ({ go: `[]${items.go}`, items });

/** A struct; a field without a JSON tag is written as in Go, with a capital letter. */
export const jsonStruct = (go: string, fields: { readonly [name: string]: JsonType }): JsonType => ({
  go,
  fields,
});

export const STRING = jsonScalar('string');

/** What json.Unmarshal makes of a text, and its first error. */
interface Unmarshalled<T> {
  readonly value?: T;
  readonly problem?: string;
}

/**
 * Decodes a text as Go's json.Unmarshal does (encoding/json, Go 1.25): names of fields match in any case, and
 * unknown ones are passed over. Fields of the result begin with a small letter.
 */
export function unmarshal<T>(text: string, type: JsonType): Unmarshalled<T> {
  const problem = jsonProblem(text);
  if (problem !== undefined) return { problem };
  const context: Context = { path: [], problems: [], faults: [] };
  const value = decode(JSON.parse(text), type, context) as T | undefined;
  return { value, problem: context.faults[0] ?? context.problems[0] };
}

interface Context {
  /** Innermost struct, without its package. */
  readonly struct?: string;
  readonly path: readonly string[];
  /** Values of other types, which Go reads on after. */
  readonly problems: string[];
  /** What types say that read their JSON themselves: Go reads no further. */
  readonly faults: string[];
}

const READ_THEMSELVES: ReadonlySet<Scalar> = new Set(['quantity', 'time', 'microTime']);

type Json = { readonly [key: string]: unknown };

function decode(value: unknown, type: JsonType, context: Context): unknown {
  if (value === null) return undefined;
  if ('scalar' in type) return decodeScalar(value, type.scalar, type, context);
  if ('items' in type) {
    if (!Array.isArray(value)) return mismatch(jsonTypeOf(value), type, context);
    return value.map((item) => decode(item, type.items, context) ?? zero(type.items));
  }
  if (typeof value !== 'object' || Array.isArray(value)) return mismatch(jsonTypeOf(value), type, context);
  return 'fields' in type
    ? decodeFields(value as Json, type, context)
    : decodeValues(value as Json, type, context);
}

const zero = (type: JsonType) =>
  'fields' in type ? {} : 'scalar' in type && type.scalar === 'string' ? '' : undefined;

function decodeFields(
  value: Json,
  { go, fields }: Extract<JsonType, { fields: unknown }>,
  { path, problems, faults }: Context,
): Json {
  const names = Object.keys(fields);
  const decoded: { [field: string]: unknown } = {};
  for (const [key, item] of Object.entries(value)) {
    const name = names.find((known) => known === key) ?? names.find((known) => isSame(known, key));
    if (name === undefined) continue;
    const struct = go.slice(go.indexOf('.') + 1);
    const field = decode(item, fields[name], { struct, path: [...path, name], problems, faults });
    if (field !== undefined) decoded[name[0].toLowerCase() + name.slice(1)] = field;
  }
  return decoded;
}

const isSame = (name: string, key: string) => name.toLowerCase() === key.toLowerCase();

const decodeValues = (
  value: Json,
  { values }: Extract<JsonType, { values: unknown }>,
  context: Context,
): Json =>
  Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, decode(item, values, context) ?? zero(values)]),
  );

function decodeScalar(value: unknown, scalar: Scalar, type: JsonType, context: Context): unknown {
  const problem = MISFITS[scalar](value);
  if (problem === undefined) return value;
  const problems = READ_THEMSELVES.has(scalar) ? context.faults : context.problems;
  if (problem) {
    problems.push(problem);
    return undefined;
  }
  const isNumber = typeof value === 'number' && scalar.startsWith('int');
  return mismatch(isNumber ? `number ${value}` : jsonTypeOf(value), type, { ...context, problems });
}

function mismatch(found: string, { go }: JsonType, { struct, path, problems }: Context): undefined {
  const target = struct === undefined ? 'value' : `struct field ${struct}.${path.join('.')}`;
  problems.push(`json: cannot unmarshal ${found} into Go ${target} of type ${go}`);
}
