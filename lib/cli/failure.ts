/** A command line or configuration that makes no sense, in words for the user. */
export class UsageError extends Error {
  /**
   * @param command the command whose help tells more, '' for the program itself; none if the message says all
   */
  constructor(
    message: string,
    readonly command?: string,
  ) {
    super(message);
  }
}

/** Whether an error is of the file system, or of bytes that are no text: a bug has no code. */
export const isFailure = (error: unknown) => (error as NodeJS.ErrnoException).code !== undefined;

/**
 * Why a file could not be read or written, in words.
 *
 * @throws the error itself, where it is none of the file system
 */
export function failureText(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (!isFailure(error)) throw error;
  return FAILURES[code!] ?? message;
}

/** What is said of a file that is not there. */
export const MISSING = 'there is no such file';

const FAILURES: { readonly [code: string]: string } = {
  ENOENT: MISSING,
  ENOTDIR: 'there is no such file: part of the path is no folder',
  ENAMETOOLONG: 'there is no such file: its name is too long',
  ELOOP: 'is a link that leads in a circle',
  EISDIR: 'is a folder',
  ENXIO: 'is a socket, which cannot be read',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  ENOSPC: 'there is no space left',
  ERR_STRING_TOO_LONG: 'is too large: more than 512 MiB without a separator are not read',
};
