import { Asn1Error, bitString, boolean, integer, objectIdentifier } from '../asn1';

/** An error of crypto/x509, with Go's text. */
export class X509Error extends Error {}

export const BOOLEAN = 0x01;
export const INTEGER = 0x02;
export const BIT_STRING = 0x03;
export const OCTET_STRING = 0x04;
export const OID = 0x06;
export const SEQUENCE = 0x30;
export const SET = 0x31;

/** Tag of a field that a structure numbers. */
export const context = (tag: number) => 0x80 | tag;
export const constructed = (tag: number) => 0xa0 | tag;

/** An element of DER with its tag. */
export interface Element {
  readonly tag: number;
  readonly content: Buffer;
  readonly element: Buffer;
}

/** cryptobyte.String, golang.org/x/crypto: what is not as expected throws an error with the caller's text. */
export class Der {
  constructor(private bytes: Buffer) {}

  get empty(): boolean {
    return !this.bytes.length;
  }

  /** PeekASN1Tag. */
  begins(tag: number): boolean {
    return this.bytes[0] === tag;
  }

  /** ReadAnyASN1Element. */
  any(problem: string): Element {
    const length = elementLength(this.bytes);
    if (length === undefined || length.total > this.bytes.length) throw new X509Error(problem);
    const element = this.bytes.subarray(0, length.total);
    this.bytes = this.bytes.subarray(length.total);
    return { tag: element[0], content: element.subarray(length.header), element };
  }

  /** ReadASN1Element. */
  element(tag: number, problem: string): Element {
    const read = this.any(problem);
    if (read.tag !== tag) throw new X509Error(problem);
    return read;
  }

  /** ReadASN1. */
  read(tag: number, problem: string): Der {
    return new Der(this.element(tag, problem).content);
  }

  /** ReadOptionalASN1. */
  optional(tag: number, problem: string): Der | undefined {
    return this.begins(tag) ? this.read(tag, problem) : undefined;
  }

  integer(problem: string, tag = INTEGER): bigint {
    return this.parsed(tag, integer, problem);
  }

  oid(problem: string): string {
    return this.parsed(OID, objectIdentifier, problem);
  }

  bits(problem: string): ReturnType<typeof bitString> {
    return this.parsed(BIT_STRING, bitString, problem);
  }

  boolean(problem: string): boolean {
    return this.parsed(BOOLEAN, boolean, problem);
  }

  private parsed<T>(tag: number, parse: (content: Buffer) => T, problem: string): T {
    const { content } = this.element(tag, problem);
    try {
      return parse(content);
    } catch (error) {
      if (error instanceof Asn1Error) throw new X509Error(problem);
      throw error;
    }
  }
}

/** The length of the first element with its tag and length; undefined if it is not DER (readASN1). */
function elementLength(bytes: Buffer): { header: number; total: number } | undefined {
  if (bytes.length < 2 || (bytes[0] & 0x1f) === 0x1f) return undefined;
  const short = bytes[1];
  if (!(short & 0x80)) return { header: 2, total: 2 + short };
  const count = short & 0x7f;
  if (!count || count > 4 || bytes.length < 2 + count || bytes[2] === 0) return undefined;
  const length = bytes.readUIntBE(2, count);
  return length < 0x80 ? undefined : { header: 2 + count, total: 2 + count + length };
}
