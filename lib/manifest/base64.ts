/**
 * Where standard base64 with padding goes wrong: the byte that Go's decoder names, undefined if it is sound.
 * Line ends are passed over.
 */
export function base64ErrorOffset(text: string): number | undefined {
  return VALID.test(text.replace(LINE_ENDS, '')) ? undefined : errorOffset(Buffer.from(text));
}

const LINE_ENDS = /[\r\n]+/g;
const VALID = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const PAD = '='.charCodeAt(0);

/** Encoding.decodeQuantum, encoding/base64. */
function errorOffset(bytes: Uint8Array): number | undefined {
  let inQuantum = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (isLineEnd(bytes[at])) continue;
    if (bytes[at] === PAD) return paddingErrorOffset(bytes, at, inQuantum);
    if (!isDigit(bytes[at])) return at;
    inQuantum = (inQuantum + 1) % 4;
  }
  return inQuantum === 0 ? undefined : bytes.length - inQuantum;
}

function paddingErrorOffset(bytes: Uint8Array, at: number, inQuantum: number): number | undefined {
  if (inQuantum < 2) return at;
  let next = skipLineEnds(bytes, at + 1);
  if (inQuantum === 2) {
    if (next === bytes.length) return next;
    if (bytes[next] !== PAD) return next - 1;
    next = skipLineEnds(bytes, next + 1);
  }
  return next < bytes.length ? next : undefined;
}

function skipLineEnds(bytes: Uint8Array, at: number): number {
  while (at < bytes.length && isLineEnd(bytes[at])) at++;
  return at;
}

const isLineEnd = (byte: number) => byte === 10 || byte === 13;
const isDigit = (byte: number) => /[A-Za-z0-9+/]/.test(String.fromCharCode(byte));
