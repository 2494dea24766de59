import { Asn1Error } from '../../../go/asn1';
import { GoValue } from '../../../go/format';
import { X509Error } from '../../../go/x509/der';

export const bytesOf = (base64 = '') => Buffer.from(base64, 'base64');

/** A []byte as a server shows it. */
export function shownBytes(text: string | undefined): GoValue {
  if (text === undefined) return new GoValue(null, '[]byte(nil)');
  const bytes = bytesOf(text);
  const items = [...bytes].map((byte) => `0x${byte.toString(16)}`);
  return new GoValue(bytes.toString('base64'), `[]byte{${items.join(', ')}}`);
}

/** What is read, or the text of Go's error. */
export function attempt<T>(read: () => T): { readonly value: T } | { readonly problem: string } {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof Asn1Error || error instanceof X509Error) return { problem: error.message };
    throw error;
  }
}
