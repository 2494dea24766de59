import { structural, syntax } from './errors';
import { base128At } from './header';

export interface BitString {
  readonly bytes: Buffer;
  readonly bitLength: number;
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
export function int64(content: Buffer): bigint {
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
export function boolean(content: Buffer): boolean {
  if (content.length !== 1 || ![0, 0xff].includes(content[0])) throw syntax('invalid boolean');
  return content[0] === 0xff;
}
