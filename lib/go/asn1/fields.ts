import { Asn1Error, structural, syntax } from './errors';
import { type At, type Header, headerAt } from './header';

/** An element that is not read further; one that is left out has no bytes. */
export interface RawValue {
  readonly content: Buffer;
  /** With its tag and length. */
  readonly element: Buffer;
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

const CONTEXT_SPECIFIC = 2;

/** Unmarshal, encoding/asn1 of Go 1.26: the value, and the bytes after it. */
export function unmarshal<T>(bytes: Buffer, type: Asn1Type<T>): { value: T; rest: Buffer } {
  const { value, offset } = fieldAt(bytes, 0, { type });
  return { value, rest: bytes.subarray(offset) };
}

/** parseField. */
export function fieldAt<T>(bytes: Buffer, start: number, field: Asn1Field<T>): { value: T; offset: number } {
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

export function matches(header: Header, { type, tag, explicit }: Asn1Field<unknown>): boolean {
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
