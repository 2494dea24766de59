/** An invalid command line or configuration, with a message for the user. */
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
 * Message about why a file could not be read or written.
 *
 * @throws the error itself, where it is none of the file system
 */
export function failureText(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (!isFailure(error)) throw error;
  return FAILURES[code!] ?? message;
}

/** Message for a file that does not exist. */
export const MISSING = 'no such file or directory';

const FAILURES: { readonly [code: string]: string } = {
  ENOENT: MISSING,
  ENOTDIR: 'not a directory',
  ENAMETOOLONG: 'file name too long',
  ELOOP: 'too many levels of symbolic links',
  EISDIR: 'is a directory',
  ENXIO: 'is a socket and cannot be read',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOSPC: 'no space left on device',
  ERR_STRING_TOO_LONG: 'is too large: at most 512 MiB are read without a document separator',
};
