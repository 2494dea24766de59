import { internalErrorText } from '../../internal-error';
import { failureText, isFailure } from '../failure';
import { type Part, partsOf } from './parts';

/** Why a file cannot be read. */
export interface UnreadableFile {
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
export function* readParts(file: string, files: Files): Generator<Part | UnreadableFile> {
  const name = nameOf(file);
  try {
    yield* partsOf(name, files.open(file));
  } catch (error) {
    yield { file: name, unreadable: readProblem(error) };
  }
}

const nameOf = (file: string) => (file === '-' ? '<stdin>' : file);

/**
 * Why a text cannot be read, in words: a failure of the file system, bytes that are no text, or an internal
 * error.
 */
export const readProblem = (error: unknown) =>
  isFailure(error) ? failureText(error) : internalErrorText(error);
