import { isUtf8 } from 'node:buffer';

/** An error of encoding/asn1, with Go's text. */
export class Asn1Error extends Error {}

const structural = (message: string) => new Asn1Error(`asn1: structure error: ${message}`);
const syntax = (message: string) => new Asn1Error(`asn1: syntax error: ${message}`);

/** An element that is not read further; one that is left out has no bytes. */
export interface RawValue {
  readonly content: Buffer;
  /** With its tag and length. */
  readonly element: Buffer;
}

export interface BitString {
  readonly bytes: Buffer;
  readonly bitLength: number;
}

/** A Go type that an element is read into. */
export interface Asn1Type<T> {
  /** As Go calls it in messages; lists have no name. */
  readonly name: string;
  /** Universal tag; undefined for any element. */
  readonly tag?: number;
  readonly compound: boolean;
  read(raw: RawValue, tag: number): T;
}

/** A field of a struct, with what its tag says. */
export interface Asn1Field<T> {
  readonly type: Asn1Type<T>;
  /** Context-specific tag. */
  readonly tag?: number;
  readonly explicit?: boolean;
  /** The value if the element is missing, which is an error for fields without this. */
  readonly fallback?: { readonly value: T };
}

interface Header {
  readonly class: number;
  readonly tag: number;
  readonly length: number;
  readonly isCompound: boolean;
}

/** A header, and where it ends. */
interface At {
  readonly header: Header;
  readonly offset: number;
}

const CONTEXT_SPECIFIC = 2;
const MAX_LENGTH = 1 << 23;

/** Unmarshal, encoding/asn1 of Go 1.26: the value, and the bytes after it. */
export function unmarshal<T>(bytes: Buffer, type: Asn1Type<T>): { value: T; rest: Buffer } {
  const { value, offset } = fieldAt(bytes, 0, { type });
  return { value, rest: bytes.subarray(offset) };
}

/** parseField. */
function fieldAt<T>(bytes: Buffer, start: number, field: Asn1Field<T>): { value: T; offset: number } {
  const { type, fallback } = field;
  const found = start < bytes.length ? contentAt(bytes, start, field) : syntax('sequence truncated');
  if (found instanceof Asn1Error) {
    if (!fallback) throw found;
    return { value: fallback.value, offset: start };
  }
  const { header, offset } = found;
  const end = offset + header.length;
  if (end > bytes.length) throw syntax('data truncated');
  const raw = { content: bytes.subarray(offset, end), element: bytes.subarray(start, end) };
  return { value: type.read(raw, header.class ? -1 : header.tag), offset: end };
}

/** The header of a field without the explicit tag around it, or how it differs from what is expected. */
function contentAt(bytes: Buffer, start: number, field: Asn1Field<unknown>): At | Asn1Error {
  const outer = headerAt(bytes, start);
  const found = field.explicit ? unwrapped(bytes, outer, field.tag) : outer;
  if (found instanceof Asn1Error || matches(found.header, field)) return found;
  const { type, tag = type.tag } = field;
  return structural(
    `tags don't match (${tag} vs ${shownHeader(found.header)}) ${shownParameters(field)} ${type.name} @${found.offset}`,
  );
}

function unwrapped(bytes: Buffer, { header, offset }: At, tag: number | undefined): At | Asn1Error {
  if (offset === bytes.length) throw structural('explicit tag has no child');
  const wraps = header.class === CONTEXT_SPECIFIC && header.tag === tag;
  if (!wraps || (header.length > 0 && !header.isCompound)) {
    return structural("explicitly tagged member didn't match");
  }
  if (!header.length) throw structural('zero length explicit tag was not an asn1.Flag');
  return headerAt(bytes, offset);
}

function matches(header: Header, { type, tag, explicit }: Asn1Field<unknown>): boolean {
  if (tag !== undefined && !explicit) {
    return header.class === CONTEXT_SPECIFIC && header.tag === tag && header.isCompound === type.compound;
  }
  if (type.tag === undefined) return true;
  return header.class === 0 && header.tag === type.tag && header.isCompound === type.compound;
}

const shownHeader = ({ class: kind, tag, length, isCompound }: Header) =>
  `{class:${kind} tag:${tag} length:${length} isCompound:${isCompound}}`;

/** The `%+v` of fieldParameters; Go shows a tag by its address, which differs from run to run. */
const shownParameters = ({ explicit = false, tag, fallback }: Asn1Field<unknown>) =>
  `{optional:${fallback !== undefined} explicit:${explicit} application:false private:false defaultValue:<nil> ` +
  `tag:${tag === undefined ? '<nil>' : '0xc000000000'} stringType:0 timeType:0 set:false omitEmpty:false}`;

/** parseTagAndLength. */
function headerAt(bytes: Buffer, start: number): At {
  const first = bytes[start];
  let offset = start + 1;
  let tag = first & 0x1f;
  if (tag === 0x1f) {
    ({ value: tag, offset } = base128At(bytes, offset));
    if (tag < 0x1f) throw syntax('non-minimal tag');
  }
  if (offset >= bytes.length) throw syntax('truncated tag or length');
  let length = bytes[offset++];
  if (length & 0x80) ({ length, offset } = longLengthAt(bytes, offset, length & 0x7f));
  return { header: { class: first >> 6, tag, length, isCompound: (first & 0x20) !== 0 }, offset };
}

function longLengthAt(bytes: Buffer, start: number, count: number): { length: number; offset: number } {
  if (!count) throw syntax('indefinite length found (not DER)');
  let length = 0;
  for (let offset = start; offset < start + count; offset++) {
    if (offset >= bytes.length) throw syntax('truncated tag or length');
    if (length >= MAX_LENGTH) throw structural('length too large');
    length = length * 0x100 + bytes[offset];
    if (!length) throw structural('superfluous leading zeros in length');
  }
  if (length < 0x80) throw structural('non-minimal length');
  return { length, offset: start + count };
}

/** parseBase128Int. */
function base128At(bytes: Buffer, start: number): { value: number; offset: number } {
  let value = 0;
  for (let offset = start; offset < bytes.length; offset++) {
    if (offset - start === 5) throw structural('base 128 integer too large');
    if (offset === start && bytes[offset] === 0x80) throw syntax('integer is not minimally encoded');
    value = value * 0x80 + (bytes[offset] & 0x7f);
    if (bytes[offset] & 0x80) continue;
    if (value > 0x7fffffff) throw structural('base 128 integer too large');
    return { value, offset: offset + 1 };
  }
  throw syntax('truncated base 128 integer');
}

/** parseObjectIdentifier: `1.2.840.113549`. */
export function objectIdentifier(content: Buffer): string {
  if (!content.length) throw syntax('zero length OBJECT IDENTIFIER');
  const { value, offset } = base128At(content, 0);
  const parts = value < 80 ? [Math.floor(value / 40), value % 40] : [2, value - 80];
  for (let at = offset; at < content.length;) {
    const next = base128At(content, at);
    parts.push(next.value);
    at = next.offset;
  }
  return parts.join('.');
}

/** parseBigInt. */
export function integer(content: Buffer): bigint {
  if (!content.length) throw structural('empty integer');
  const [first, second] = content;
  const padded = (first === 0 && !(second & 0x80)) || (first === 0xff && (second & 0x80) !== 0);
  if (content.length > 1 && padded) throw structural('integer not minimally-encoded');
  return BigInt.asIntN(8 * content.length, BigInt(`0x${content.toString('hex')}`));
}

/** parseInt64. */
function int64(content: Buffer): bigint {
  const value = integer(content);
  if (content.length > 8) throw structural('integer too large');
  return value;
}

/** parseBitString. */
export function bitString(content: Buffer): BitString {
  if (!content.length) throw syntax('zero length BIT STRING');
  const padding = content[0];
  const wrong =
    padding > 7 ||
    (content.length === 1 && padding > 0) ||
    (content[content.length - 1] & ((1 << padding) - 1)) !== 0;
  if (wrong) throw syntax('invalid padding bits in BIT STRING');
  return { bytes: content.subarray(1), bitLength: (content.length - 1) * 8 - padding };
}

/** BitString.RightAlign: the bits that are left out come first. */
export function rightAligned({ bytes, bitLength }: BitString): Buffer {
  const unused = 8 * bytes.length - bitLength;
  if (!unused) return bytes;
  const shifted = BigInt(`0x${bytes.toString('hex')}`) >> BigInt(unused);
  return Buffer.from(shifted.toString(16).padStart(2 * bytes.length, '0'), 'hex');
}

/** parseBool. */
function boolean(content: Buffer): boolean {
  if (content.length !== 1 || ![0, 0xff].includes(content[0])) throw syntax('invalid boolean');
  return content[0] === 0xff;
}

/** Checks of the strings and numbers that an `any` may be, by their tags. */
const ANY_CHECKS: { readonly [tag: number]: (content: Buffer) => unknown } = {
  1: boolean,
  2: int64,
  3: bitString,
  6: objectIdentifier,
  12: (content) => {
    if (!isUtf8(content)) throw new Asn1Error('asn1: invalid UTF-8 string');
  },
  18: onlyOf(/^[0-9 ]*$/, 'NumericString'),
  19: onlyOf(/^[a-zA-Z0-9'()+,\-./ :=?*&]*$/, 'PrintableString'),
  22: onlyOf(/^\p{ASCII}*$/u, 'IA5String'),
  30: (content) => {
    if (!isBmpString(content)) throw new Asn1Error('invalid BMPString');
  },
};

function onlyOf(allowed: RegExp, type: string): (content: Buffer) => void {
  return (content) => {
    if (!allowed.test(content.toString('latin1'))) throw syntax(`${type} contains invalid character`);
  };
}

/** parseBMPString: neither surrogates nor what will never be a character. */
export function isBmpString(content: Buffer): boolean {
  if (content.length % 2) return false;
  const ended = content.length >= 2 && content.readUInt16BE(content.length - 2) === 0;
  for (let at = 0; at < content.length - (ended ? 2 : 0); at += 2) {
    const point = content.readUInt16BE(at);
    if (point >= 0xfffe || (point >= 0xfdd0 && point <= 0xfdef) || (point >= 0xd800 && point <= 0xdfff)) {
      return false;
    }
  }
  return true;
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
    if (!(raw.element[0] & 0x20)) ANY_CHECKS[tag]?.(raw.content);
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
