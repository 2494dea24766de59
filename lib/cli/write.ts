import { writeSync } from 'node:fs';
import { pause } from '../pause';

/** Milliseconds that a slow reader is given. */
const SLOW_READER = 1;

/**
 * Writes all of a text at once, which starts faster than a stream does.
 *
 * @returns whether there still is a reader: a reader that closes early, such as head, is not an error
 */
export function write(descriptor: number, text: string): boolean {
  let rest = Buffer.from(text);
  while (rest.length) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return false;
      if (code !== 'EAGAIN') throw error;
      pause(SLOW_READER);
    }
  }
  return true;
}

/** Writes a message; errors are ignored, because they cannot be reported. */
export function writeMessage(text: string): void {
  try {
    write(2, text);
  } catch {
    return;
  }
}
