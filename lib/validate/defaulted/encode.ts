import { covers, structOf } from '../judging';
import type { FieldType } from '../schema/schema';
import { scalarText } from './scalars';
import { signsOf } from './signs';

type Input = { readonly [key: string]: unknown };
type Output = { [key: string]: unknown };

/** A field of a struct and how it is written. */
interface Written {
  readonly name: string;
  readonly type: FieldType;
  /** One of the signs of schema/encodings.ts; empty for the usual way. */
  readonly sign: string;
}

const layouts = new Map<string, readonly Written[]>();

/** Writes a decoded object as a server does: fields in alphabetical order, each by the rules of Go's encoding/json and its own tags. */
export function encode(object: object, struct: string, minor: number): Output {
  const output: Output = {};
  for (const { name, type, sign } of writtenOf(struct, minor)) {
    const value = field((object as Input)[name], type, sign, minor);
    if (value !== undefined) output[name] = value;
  }
  return output;
}

function writtenOf(struct: string, minor: number): readonly Written[] {
  const key = `${struct} ${minor}`;
  let layout = layouts.get(key);
  if (!layout) layouts.set(key, layout = makeLayout(struct, minor));
  return layout;
}

function makeLayout(struct: string, minor: number): Written[] {
  const signs = signsOf(struct, minor);
  return [...structOf(struct)]
    .filter(([, { minors }]) => covers(minors, minor))
    .map(([name, { type }]) => ({ name, type, sign: signs.get(name) ?? '' }));
}

/** Undefined where the field is left out. */
function field(value: unknown, type: FieldType, sign: string, minor: number): unknown {
  if (value === undefined) return absent(type, sign, minor);
  const text = valueOf(value, type, minor);
  if (isEmptyHolder(text, type)) return sign === '!' ? null : undefined;
  if (sign === '?') return isZero(text) ? undefined : text;
  return sign || type.form === 'struct' || !isNothing(text) ? text : undefined;
}

function absent(type: FieldType, sign: string, minor: number): unknown {
  if (sign === '~') return null;
  return sign === '!' ? zeroOf(type, minor) : undefined;
}

/** Lists and maps that hold nothing are none once a server has written and read them (protobuf). */
const isEmptyHolder = (text: unknown, { form }: FieldType) =>
  (form === 'list' && !(text as unknown[]).length) || (form === 'map' && !Object.keys(text as object).length);

const isNothing = (text: unknown) => text === '' || text === 0 || text === 0n || text === false;

const isZero = (text: unknown) => text === null || isNothing(text) || (typeof text === 'object' && !Object.keys(text).length);

function zeroOf(type: FieldType, minor: number): unknown {
  if (type.form === 'struct') return encode({}, type.struct, minor);
  return type.form === 'scalar' ? ZEROS[type.scalar] : null;
}

const ZEROS: { readonly [scalar: string]: unknown } = {
  string: '', bool: false, int32: 0, int64: 0, double: 0, quantity: '0', intOrString: 0, bytes: null, time: null, microTime: null, object: null, any: null,
};

function valueOf(value: unknown, type: FieldType, minor: number): unknown {
  switch (type.form) {
    case 'struct': return encode(value as object, type.struct, minor);
    case 'list': return (value as readonly unknown[]).map((item) => valueOf(item, type.item, minor));
    case 'map': return mapOf(value as Input, type.item, minor);
    case 'scalar': return scalarText(type.scalar, value);
  }
}

/** Amounts in a map are those of a resource list, which defaulting rounds. */
function mapOf(map: Input, item: FieldType, minor: number): Output {
  const amounts = item.form === 'scalar' && item.scalar === 'quantity';
  const output: Output = {};
  for (const key of Object.keys(map).sort(byBytes)) {
    output[key] = amounts ? scalarText('amount', map[key]) : valueOf(map[key], item, minor);
  }
  return output;
}

/** As Go sorts texts. */
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
