import { UnreadableText } from '../../manifest/text';

/** Some whole documents of a file, to be judged by themselves. Plain data: it crosses threads. */
export interface Part {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Lines of the file before it. */
  readonly linesBefore: number;
}

/** Bytes from which on a part is closed at its last separator. */
const PART_SIZE = 64 * 1024;

/** Maximum size of a document, in bytes. */
const MAX_DOCUMENT_SIZE = 512 * 1024 * 1024;

const SEPARATOR = Buffer.from('\n---');
const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

/**
 * Cuts a file at its separators into parts, so that only one need be held, and several can be judged at once.
 * A file in UTF-16 stays whole.
 *
 * @param chunks the bytes of the file, piece by piece
 * @throws UnreadableText if a document is too large
 */
export function* partsOf(file: string, chunks: Iterable<Buffer>): Generator<Part> {
  let linesBefore = 0;
  let held: Buffer[] = [];
  let size = 0;
  let enough = PART_SIZE;
  for (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size > MAX_DOCUMENT_SIZE) {
      throw new UnreadableText('is too large: at most 512 MiB are read without a document separator');
    }
    if (size < enough) continue;
    const bytes = Buffer.concat(held, size);
    const end = isUtf16(bytes) ? 0 : bytes.lastIndexOf(SEPARATOR) + 1;
    if (end > 0) {
      yield { file, bytes: bytes.subarray(0, end), linesBefore };
      linesBefore += lineEnds(bytes.subarray(0, end));
    }
    held = [bytes.subarray(end)];
    size -= end;
    enough = Math.max(PART_SIZE, size * 2);
  }
  yield { file, bytes: Buffer.concat(held, size), linesBefore };
}

/** Text in UTF-16, of either order. */
export const isUtf16 = ([first, second]: Uint8Array) =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

/** Ends of lines: `\n`, `\r\n` and a lone `\r`. */
function lineEnds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  for (let at = bytes.indexOf(CARRIAGE_RETURN); at >= 0; at = bytes.indexOf(CARRIAGE_RETURN, at + 1)) {
    if (bytes[at + 1] !== NEWLINE) count++;
  }
  return count;
}
