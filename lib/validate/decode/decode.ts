import { FieldPath } from '../path';
import { covers, type Field, type FieldType, structOf } from '../schema/schema';
import { Issues } from './issues';
import { scalarOf } from './scalars';

/** A manifest as a server sees it once it is decoded. */
export interface Decoded<T> {
  /** A copy with what the server keeps: known fields of the right types, no nulls. Maps may be shared with the input. */
  readonly object: T;
  readonly issues: Issues;
}

/** What holds the value that is being decoded: the struct and its field. */
export interface Owner {
  readonly struct: string;
  readonly path: FieldPath;
}

/** Decodes a manifest as the kind's struct, as a server's strict decoding does (apimachinery runtime/serializer/json, 1.36). */
export function decode<T>(manifest: object, struct: string, minor: number): Decoded<T> {
  const issues = new Issues(struct, minor);
  const object = decodeStruct(manifest as Input, struct, FieldPath.ROOT, issues) as T;
  return { object, issues };
}

type Input = { readonly [key: string]: unknown };

function decodeStruct(input: Input, struct: string, path: FieldPath, issues: Issues): Input {
  const fields = structOf(struct);
  const copy: { [key: string]: unknown } = {};
  for (const key in input) {
    const value = input[key];
    if (!Object.hasOwn(input, key) || value === undefined) continue;
    const field = fields.get(key);
    if (!field || !covers(field.minors, issues.minor)) issues.unknownField(path.child(key), key, struct, field);
    else if (value !== null) decodeField(copy, key, value, field, { struct, path }, issues);
  }
  return copy;
}

function decodeField(copy: { [key: string]: unknown }, key: string, value: unknown, { type }: Field, owner: Owner, issues: Issues): void {
  const decoded = type.form === 'scalar'
    ? scalarOf(type.scalar, value, owner, key, issues)
    : decodeValue(value, type, { struct: owner.struct, path: owner.path.child(key) }, issues);
  if (decoded !== undefined) copy[key] = decoded;
}

/** Undefined when the value has the wrong type. `owner.path` is the value's own path. */
function decodeValue(value: unknown, type: FieldType, owner: Owner, issues: Issues): unknown {
  switch (type.form) {
    case 'scalar': return scalarOf(type.scalar, value, owner, undefined, issues);
    case 'list': return Array.isArray(value) ? decodeList(value, type.item, owner, issues) : issues.wrongType(owner, value, type);
    case 'map': return isObject(value) ? decodeMap(value, type.item, owner, issues) : issues.wrongType(owner, value, type);
    case 'struct': return isObject(value) ? decodeStruct(value, type.struct, owner.path, issues) : issues.wrongType(owner, value, type);
  }
}

function decodeList(input: readonly unknown[], item: FieldType, owner: Owner, issues: Issues): unknown[] {
  return input.map((value, index) => {
    const place = { struct: owner.struct, path: owner.path.index(index) };
    const decoded = value === null || value === undefined ? undefined : decodeValue(value, item, place, issues);
    return decoded === undefined ? zero(item) : decoded;
  });
}

function decodeMap(input: Input, item: FieldType, owner: Owner, issues: Issues): Input {
  let copy: { [key: string]: unknown } | undefined;
  for (const key of Object.keys(input)) {
    const value = input[key];
    const place = { struct: owner.struct, path: owner.path.key(key) };
    const decoded = value === null || value === undefined ? undefined : decodeValue(value, item, place, issues);
    if (decoded === value && value !== undefined) continue;
    copy ??= Object.assign(Object.create(null) as object, input);
    if (value === undefined) delete copy[key];
    else copy[key] = decoded === undefined ? zero(item) : decoded;
  }
  return copy ?? input;
}

const isObject = (value: unknown): value is Input => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What Go leaves in place of a null or of what did not decode. */
function zero(type: FieldType): unknown {
  switch (type.form) {
    case 'list': return [];
    case 'scalar': return ZEROS[type.scalar] ?? '';
    default: return {};
  }
}

const ZEROS: { readonly [scalar: string]: unknown } = { bool: false, int32: 0, int64: 0, double: 0, quantity: 0, intOrString: 0 };
