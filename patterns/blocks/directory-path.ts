import { posix } from 'node:path';
import { misuse } from '../../lib/options/misuse';

/**
 * @param place option, for the message
 * @throws Error if the path is not absolute, is `/`, or has a `.`, a `..`, a `//` or a slash at its end
 */
export function assertDirectory(pattern: string, place: string, path: string): void {
  if (path === '/' || path?.endsWith('/') || !isNormalized(path)) {
    throw misuse(
      pattern,
      `${place} is ${JSON.stringify(path)}: use an absolute path below "/", without "..", such as "/opt/app"`,
    );
  }
}

/** Whether a path is absolute, and as short as can be but for a slash at its end. */
export const isNormalized = (path: string) =>
  typeof path === 'string' && posix.isAbsolute(path) && posix.normalize(path) === path;
