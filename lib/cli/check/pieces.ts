import { UnreadableText } from '../../manifest/text';
import { type Part, partsOf } from './parts';

/** Why a file cannot be read. */
export interface Unread {
  readonly file: string;
  readonly unreadable: string;
}

/** Bytes of files, piece by piece. */
export interface Files {
  /**
   * Bytes of a file, or of standard input for `-`; may be asked for twice.
   *
   * @throws Error of node:fs
   */
  open(file: string): Iterable<Buffer>;
}

/** The parts of a file, or why it cannot be read. */
export function* piecesOf(file: string, files: Files): Generator<Part | Unread> {
  const name = nameOf(file);
  try {
    yield* partsOf(name, files.open(file));
  } catch (error) {
    yield { file: name, unreadable: readProblem(error) };
  }
}

const nameOf = (file: string) => (file === '-' ? '<stdin>' : file);

/** Why a text cannot be read, in words. Any other error is thrown again. */
export function readProblem(error: unknown): string {
  if (error instanceof UnreadableText) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return READ_ERRORS[code] ?? message;
}

const READ_ERRORS: { readonly [code: string]: string } = {
  ENOENT: 'there is no such file',
  EISDIR: 'is a folder: name the files in it',
  EACCES: 'may not be read',
  ERR_STRING_TOO_LONG: 'is too large: more than 512 MiB without a separator are not read',
};
