import { scalarText } from '../../validate/defaulted/scalars';
import { signsOf } from '../../validate/defaulted/signs';
import { covers, type FieldType, structOf } from '../../validate/schema/schema';
import { put } from '../../put';
import { compareBytes, type JsonObject } from '../go/object';
import { fieldOrder } from './go-layout';

/** A field of a struct and how it is written. */
interface Written {
  readonly name: string;
  readonly type: FieldType;
  /** One of the signs of validate/schema/encodings.ts; empty for the usual way. */
  readonly sign: string;
}

const layouts = new Map<string, readonly Written[]>();

/** Writes a decoded object as kubectl's JSON serializer does: fields in the order of the Go struct, what is empty left out as its tags say. */
export function encodeTyped(object: object, struct: string, minor: number): JsonObject {
  const output: JsonObject = {};
  for (const { name, type, sign } of layoutOf(struct, minor)) {
    const value = field((object as JsonObject)[name], type, sign, minor);
    if (value !== undefined) output[name] = value;
  }
  return output;
}

function layoutOf(struct: string, minor: number): readonly Written[] {
  const key = `${struct} ${minor}`;
  let layout = layouts.get(key);
  if (!layout) layouts.set(key, layout = makeLayout(struct, minor));
  return layout;
}

function makeLayout(struct: string, minor: number): Written[] {
  const [fields, signs] = [structOf(struct), signsOf(struct, minor)];
  return fieldOrder(struct)
    .filter((name) => covers(fields.get(name)!.minors, minor))
    .map((name) => ({ name, type: fields.get(name)!.type, sign: signs.get(name) ?? '' }));
}

/** Undefined where the field is left out. */
function field(value: unknown, type: FieldType, sign: string, minor: number): unknown {
  if (value === undefined) return absent(type, sign, minor);
  const written = valueOf(value, type, minor);
  if (sign === '!' || sign === '*' || sign === '~') return written;
  if (sign === '' && type.form === 'struct') return written;
  return isNothing(written) ? undefined : written;
}

function absent(type: FieldType, sign: string, minor: number): unknown {
  if (sign === '~') return null;
  if (sign !== '!') return undefined;
  if (type.form === 'struct') return encodeTyped({}, type.struct, minor);
  return type.form === 'scalar' ? ZEROS[type.scalar] : null;
}

const ZEROS: { readonly [scalar: string]: unknown } = {
  string: '', bool: false, int32: 0, int64: 0, double: 0, quantity: '0', intOrString: 0, bytes: null, time: null, microTime: null, object: null, any: null,
};

/** What `omitempty` and `omitzero` leave out. */
const isNothing = (written: unknown) => !written || (typeof written === 'object' && !Object.keys(written).length);

function valueOf(value: unknown, type: FieldType, minor: number): unknown {
  switch (type.form) {
    case 'struct': return encodeTyped(value as object, type.struct, minor);
    case 'list': return (value as readonly unknown[]).map((item) => valueOf(item, type.item, minor));
    case 'map': return mapOf(value as JsonObject, type.item, minor);
    case 'scalar': return scalarText(type.scalar, value);
  }
}

function mapOf(map: JsonObject, item: FieldType, minor: number): JsonObject {
  const output: JsonObject = {};
  for (const key of Object.keys(map).sort(compareBytes)) put(output, key, valueOf(map[key], item, minor));
  return output;
}
