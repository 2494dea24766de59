import { FieldPath } from '../path';
import { Issues } from './issues';
import { type Layout, layoutOf, type Shape } from './shape';

/** A manifest as a server sees it once it is decoded. */
export interface Decoded<T> {
  /**
   * A copy with what the server keeps: known fields of the right types, no nulls. Maps may be shared with the
   * input.
   */
  readonly object: T;
  readonly issues: Issues;
}

/**
 * Decodes a manifest as the kind's struct, as a server's strict decoding does (apimachinery
 * runtime/serializer/json, 1.36).
 */
export function decode<T>(manifest: object, struct: string, minor: number): Decoded<T> {
  const issues = new Issues(struct, minor, manifest);
  const object = decodeStruct(
    manifest as Input,
    struct,
    layoutOf(struct, minor),
    FieldPath.ROOT,
    issues,
  ) as T;
  return { object, issues };
}

/**
 * Decodes a part of a manifest; undefined when it is no object.
 *
 * @param struct struct of the part
 * @param path where the part is
 * @param issues takes what is found
 */
export function decodePart<T>(part: unknown, struct: string, path: FieldPath, issues: Issues): T | undefined {
  if (isObject(part)) return decodeStruct(part, struct, layoutOf(struct, issues.minor), path, issues) as T;
  return issues.wrongType({ struct, path }, part, { form: 'struct', struct });
}

type Input = { readonly [key: string]: unknown };

/** Paths are made for what holds something, and for what is wrong: most values are scalars that are right. */
function decodeStruct(
  input: Input,
  struct: string,
  { fields, blank }: Layout,
  path: FieldPath,
  issues: Issues,
): Input {
  const copy = blank();
  for (const key of Object.keys(input)) {
    const value = input[key];
    if (value === undefined) continue;
    const shape = fields.get(key);
    if (!shape) issues.unknownField(path.field(key), struct, value);
    else if (value === null) continue;
    else if (shape.form === 'scalar' && shape.misfit(value) === undefined) copy[key] = value;
    else copy[key] = decodeValue(value, shape, struct, path.field(key), issues);
  }
  return copy;
}

/**
 * Undefined when the value has the wrong type. `struct` is the one whose field holds the value, `path` the
 * value's own.
 */
function decodeValue(value: unknown, shape: Shape, struct: string, path: FieldPath, issues: Issues): unknown {
  switch (shape.form) {
    case 'struct':
      return isObject(value)
        ? decodeStruct(value, shape.struct, shape.layout(), path, issues)
        : issues.wrongType({ struct, path }, value, shape.type);
    case 'list':
      return Array.isArray(value)
        ? decodeList(value, shape.item, struct, path, issues)
        : issues.wrongType({ struct, path }, value, shape.type);
    case 'map':
      return isObject(value)
        ? decodeMap(value, shape.item, struct, path, issues)
        : issues.wrongType({ struct, path }, value, shape.type);
    case 'either':
      return decodeEither(value, shape, struct, path, issues);
    case 'scalar':
      return shape.decode(value, { struct, path }, issues);
  }
}

/**
 * A value that decodes itself (UnmarshalJSON, pkg/apis/apiextensions/v1/marshal.go 1.36). What is no list
 * where one may be is ignored.
 */
function decodeEither(
  value: unknown,
  { layout, other, struct: inner }: Shape & { readonly form: 'either' },
  struct: string,
  path: FieldPath,
  issues: Issues,
): unknown {
  if (other.form === 'list' && !isObject(value) && !Array.isArray(value)) return issues.ignored(path, value);
  issues.enter(path);
  const decoded = isObject(value)
    ? decodeStruct(value, inner, layout(), path, issues)
    : other.form === 'list'
      ? decodeList(value as readonly unknown[], other.item, struct, path, issues)
      : decodeFlag(value, path, issues);
  issues.leave();
  return decoded;
}

function decodeFlag(value: unknown, path: FieldPath, issues: Issues): unknown {
  return typeof value === 'boolean' ? value : issues.neitherSchemaNorFlag(path, value);
}

function decodeList(
  input: readonly unknown[],
  item: Shape,
  struct: string,
  path: FieldPath,
  issues: Issues,
): unknown[] {
  const items: unknown[] = [];
  for (let index = 0; index < input.length; index++) {
    const value = input[index];
    if (value === null || value === undefined) items.push(item.zero());
    else if (item.form === 'scalar' && item.misfit(value) === undefined) items.push(value);
    else items.push(decodeValue(value, item, struct, path.index(index), issues) ?? item.zero());
  }
  return items;
}

function decodeMap(input: Input, item: Shape, struct: string, path: FieldPath, issues: Issues): Input {
  let copy: { [key: string]: unknown } | undefined;
  for (const key of Object.keys(input)) {
    const value = input[key];
    if (item.form === 'scalar' && value !== undefined && value !== null && item.misfit(value) === undefined) {
      continue;
    }
    copy ??= Object.assign(Object.create(null) as object, input);
    if (value === undefined) {
      delete copy[key];
    } else {
      copy[key] =
        (value === null ? undefined : decodeValue(value, item, struct, path.key(key), issues)) ?? item.zero();
    }
  }
  return copy ?? input;
}

const isObject = (value: unknown): value is Input =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
