import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { pause } from '../pause';
import { UnreadableText } from './text';

/** Bytes of one input above which it is refused. */
export const MAX_BYTES = 512 * 1024 * 1024;

/** Bytes that are read at once. */
const CHUNK_SIZE = 64 * 1024;

/** Milliseconds that a pipe or a device may stay silent. */
const READ_TIMEOUT = 60_000;

/** Milliseconds between two looks at a silent input. */
const POLL_INTERVAL = 5;

export interface ReadOptions {
  /** Milliseconds without a byte after which reading is given up; none to wait forever. */
  readonly timeout?: number;
}

/**
 * The bytes of a file, piece by piece. A pipe or a device is read as well, with a limit on its size and on
 * its silence.
 *
 * @throws UnreadableText if there is too much of it, or nothing comes
 * @throws Error of node:fs
 */
export function* chunksOf(path: string, { timeout = READ_TIMEOUT }: ReadOptions = {}): Generator<Buffer> {
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(descriptor);
    if (stats.size > MAX_BYTES) throw tooLarge();
    yield* chunksFrom(descriptor, stats.isFile() ? {} : { timeout });
  } finally {
    closeSync(descriptor);
  }
}

/** All bytes of a file, under the same limits. */
export const bytesOf = (path: string, options?: ReadOptions): Buffer =>
  Buffer.concat([...chunksOf(path, options)]);

/** Standard input, piece by piece; it may take its time. */
export const standardInput = (): Generator<Buffer> => chunksFrom(0, {});

function* chunksFrom(descriptor: number, { timeout }: ReadOptions): Generator<Buffer> {
  const input = new Input(descriptor, timeout);
  let size = 0;
  for (let chunk = input.next(); chunk.length; chunk = input.next()) {
    size += chunk.length;
    if (size > MAX_BYTES) throw tooLarge();
    yield chunk;
  }
}

/** A descriptor whose reads may find nothing yet. */
class Input {
  private hasSpoken = false;

  constructor(
    private readonly descriptor: number,
    private readonly timeout: number | undefined,
  ) {}

  /** The next bytes; none at the end. */
  next(): Buffer {
    const chunk = Buffer.allocUnsafeSlow(CHUNK_SIZE);
    const since = Date.now();
    for (;;) {
      const length = this.read(chunk);
      if (length !== undefined && !this.isUnopened(length)) {
        this.hasSpoken = true;
        return chunk.subarray(0, length);
      }
      if (this.timeout !== undefined && Date.now() - since > this.timeout) {
        throw new UnreadableText(timeoutText(this.timeout));
      }
      pause(POLL_INTERVAL);
    }
  }

  /** Undefined if nothing is there yet. */
  private read(chunk: Buffer): number | undefined {
    try {
      return readSync(this.descriptor, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code === 'EAGAIN') return undefined;
      throw error;
    }
  }

  /** A named pipe that nobody has opened for writing yet ends at once, like one whose writer is done. */
  private isUnopened(length: number): boolean {
    return (
      length === 0 && !this.hasSpoken && this.timeout !== undefined && fstatSync(this.descriptor).isFIFO()
    );
  }
}

const tooLarge = () => new UnreadableText('is too large: the limit is 512 MiB');

const timeoutText = (milliseconds: number) =>
  `is a pipe or a device, and no data arrived within ${milliseconds / 1000} s`;
