import { structural, syntax } from './errors';

export interface Header {
  readonly class: number;
  readonly tag: number;
  readonly length: number;
  readonly isCompound: boolean;
}

/** A header, and where it ends. */
export interface At {
  readonly header: Header;
  readonly offset: number;
}

const MAX_LENGTH = 1 << 23;

/** parseTagAndLength. */
export function headerAt(bytes: Buffer, start: number): At {
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
export function base128At(bytes: Buffer, start: number): { value: number; offset: number } {
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
