import { type BitString, bitString, boolean, int64, objectIdentifier } from './contents';
import { Asn1Error, structural, syntax } from './errors';
import { type Asn1Field, type Asn1Type, fieldAt, matches, type RawValue } from './fields';
import { headerAt } from './header';
import { STRINGS } from './strings';

/** Checks of what an `any` may be besides strings, by the tags. */
const ANY_CHECKS: { readonly [tag: number]: (content: Buffer) => unknown } = {
  1: boolean,
  2: int64,
  3: bitString,
  6: objectIdentifier,
};

/** Errors about strings whose type has no alphabet of its own. */
const STRING_ERRORS: { readonly [tag: number]: string } = {
  12: 'asn1: invalid UTF-8 string',
  30: 'invalid BMPString',
};

function checkAny(tag: number, content: Buffer): void {
  ANY_CHECKS[tag]?.(content);
  const type = STRINGS[tag];
  if (!type || type.holds(content)) return;
  throw STRING_ERRORS[tag]
    ? new Asn1Error(STRING_ERRORS[tag])
    : syntax(`${type.name} contains invalid character`);
}

export const BOOLEAN: Asn1Type<boolean> = primitive('bool', 1, boolean);
export const INT: Asn1Type<bigint> = primitive('int', 2, int64);
export const BIT_STRING: Asn1Type<BitString> = primitive('BitString', 3, bitString);
export const OCTETS: Asn1Type<Buffer> = primitive('', 4, (content) => content);
export const OBJECT_IDENTIFIER: Asn1Type<string> = primitive('ObjectIdentifier', 6, objectIdentifier);

function primitive<T>(name: string, tag: number, of: (content: Buffer) => T): Asn1Type<T> {
  return { name, tag, compound: false, read: ({ content }) => of(content) };
}

export const RAW_VALUE: Asn1Type<RawValue> = { name: 'RawValue', compound: true, read: (raw) => raw };
export const NOTHING: RawValue = { content: Buffer.alloc(0), element: Buffer.alloc(0) };

/** An interface{}, whose value is checked as far as Go knows its type. */
export const ANY: Asn1Type<RawValue> = {
  name: '',
  compound: false,
  read(raw, tag) {
    if (!(raw.element[0] & 0x20)) checkAny(tag, raw.content);
    return raw;
  },
};

/** A SEQUENCE; what follows its fields is not looked at. `raw` gets the whole element. */
export function struct<T extends object>(
  name: string,
  fields: { readonly [K in keyof T]: Asn1Field<T[K]> },
): Asn1Type<T & { readonly raw: RawValue }> {
  return {
    name,
    tag: 16,
    compound: true,
    read(raw) {
      const values: Record<string, unknown> = { raw };
      let at = 0;
      for (const [key, field] of Object.entries<Asn1Field<unknown>>(fields)) {
        const { value, offset } = fieldAt(raw.content, at, field);
        values[key] = value;
        at = offset;
      }
      return values as T & { raw: RawValue };
    },
  };
}

/** A SEQUENCE OF, or with the tag 17 a SET OF (parseSequenceOf). */
export function listOf<T>(item: Asn1Type<T>, name = '', tag = 16): Asn1Type<T[]> {
  return {
    name,
    tag,
    compound: true,
    read({ content }) {
      for (let at = 0; at < content.length;) {
        const { header, offset } = headerAt(content, at);
        if (!matches(header, { type: item })) throw structural('sequence tag mismatch');
        if (offset + header.length > content.length) throw syntax('truncated sequence');
        at = offset + header.length;
      }
      const items: T[] = [];
      for (let at = 0; at < content.length;) {
        const { value, offset } = fieldAt(content, at, { type: item });
        items.push(value);
        at = offset;
      }
      return items;
    },
  };
}
