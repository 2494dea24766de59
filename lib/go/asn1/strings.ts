import { isUtf8 } from 'node:buffer';

/** A type of strings of ASN.1. */
interface StringType {
  readonly name: string;
  holds(content: Buffer): boolean;
}

/** The strings that Go reads, by their tags (parseASN1String, crypto/x509, and parseField, encoding/asn1). */
export const STRINGS: { readonly [tag: number]: StringType } = {
  12: { name: 'UTF8String', holds: isUtf8 },
  18: { name: 'NumericString', holds: (content) => /^[0-9 ]*$/.test(content.toString('latin1')) },
  19: {
    name: 'PrintableString',
    holds: (content) => /^[a-zA-Z0-9'()+,\-./ :=?*&]*$/.test(content.toString('latin1')),
  },
  20: { name: 'T61String', holds: () => true },
  22: { name: 'IA5String', holds: isAscii },
  30: { name: 'BMPString', holds: isBmpString },
};

export function isAscii(content: Buffer): boolean {
  return content.every((byte) => byte < 0x80);
}

/** parseBMPString: neither surrogates nor what will never be a character. */
function isBmpString(content: Buffer): boolean {
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
