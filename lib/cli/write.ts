import { writeSync } from 'node:fs';

/** Writes all of a text at once, which starts faster than a stream does. A reader that has seen enough, such as head, is no error. */
export function write(descriptor: number, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit();
      if (code !== 'EAGAIN') throw error;
      pause();
    }
  }
}

/** Waits a millisecond, for a reader that is slow. */
const pause = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
