import { writeSync } from 'node:fs';

/**
 * Writes all of a text at once, which starts faster than a stream does.
 *
 * @returns whether there still is a reader: one that has seen enough, such as head, is no error
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
      pause();
    }
  }
  return true;
}

/** Writes a message. Where it cannot go, nobody can be told. */
export function writeMessage(text: string): void {
  try {
    write(2, text);
  } catch {
    return;
  }
}

/** Waits a millisecond, for a reader that is slow. */
const pause = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
