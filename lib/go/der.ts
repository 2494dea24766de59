import { scan } from '../text/scan';

/** One element of ASN.1 in its DER encoding. */
export interface DerElement {
  /** The byte that says what it is: 0x30 is a sequence, 0x31 a set, 0x06 an object identifier. */
  readonly tag: number;
  readonly content: Buffer;
}

const LONG_FORM = 0x80;

/** Elements one after another, up to the first that is not complete. */
export function derElements(bytes: Buffer): DerElement[] {
  const elements: DerElement[] = [];
  scan(0, bytes.length - 1, (at) => {
    const { start, length } = extentAt(bytes, at + 1);
    if (start + length > bytes.length) return undefined;
    elements.push({ tag: bytes[at], content: bytes.subarray(start, start + length) });
    return start + length;
  });
  return elements;
}

/** Where the content of an element starts, and its length, which is written at a position. */
function extentAt(bytes: Buffer, at: number): { readonly start: number; readonly length: number } {
  const first = bytes[at];
  if (first < LONG_FORM) return { start: at + 1, length: first };
  const start = at + 1 + first - LONG_FORM;
  const length = bytes.subarray(at + 1, start).reduce((sum, byte) => sum * 256 + byte, 0);
  return { start, length };
}
