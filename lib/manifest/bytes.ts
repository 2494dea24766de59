import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { pause } from '../pause';
import { UnreadableText } from './text';

/** Bytes of one input above which it is refused. */
export const MOST_BYTES = 512 * 1024 * 1024;

/** Bytes that are read at once. */
const CHUNK = 64 * 1024;

/** Milliseconds that a pipe or a device may stay silent. */
const PATIENCE = 60_000;

/** Milliseconds between two looks at a silent input. */
const PAUSE = 5;

export interface Patience {
  /** Milliseconds without a byte after which reading is given up; none to wait forever. */
  readonly silence?: number;
}

/**
 * The bytes of a file, piece by piece. A pipe or a device is read as well, with a limit on its size and on
 * its silence.
 *
 * @throws UnreadableText if there is too much of it, or nothing comes
 * @throws Error of node:fs
 */
export function* chunksOf(path: string, { silence = PATIENCE }: Patience = {}): Generator<Buffer> {
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(descriptor);
    if (stats.size > MOST_BYTES) throw tooLarge();
    yield* chunksFrom(descriptor, stats.isFile() ? {} : { silence });
  } finally {
    closeSync(descriptor);
  }
}

/** All bytes of a file, under the same limits. */
export const bytesOf = (path: string, patience?: Patience): Buffer =>
  Buffer.concat([...chunksOf(path, patience)]);

/** Standard input, piece by piece; it may take its time. */
export const standardInput = (): Generator<Buffer> => chunksFrom(0, {});

function* chunksFrom(descriptor: number, { silence }: Patience): Generator<Buffer> {
  const input = new Input(descriptor, silence);
  let size = 0;
  for (let chunk = input.next(); chunk.length; chunk = input.next()) {
    size += chunk.length;
    if (size > MOST_BYTES) throw tooLarge();
    yield chunk;
  }
}

/** A descriptor whose reads may find nothing yet. */
class Input {
  private hasSpoken = false;

  constructor(
    private readonly descriptor: number,
    private readonly silence: number | undefined,
  ) {}

  /** The next bytes; none at the end. */
  next(): Buffer {
    const chunk = Buffer.allocUnsafeSlow(CHUNK);
    const since = Date.now();
    for (;;) {
      const length = this.read(chunk);
      if (length !== undefined && !this.isUnopened(length)) {
        this.hasSpoken = true;
        return chunk.subarray(0, length);
      }
      if (this.silence !== undefined && Date.now() - since > this.silence) {
        throw new UnreadableText(silent(this.silence));
      }
      pause(PAUSE);
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
      length === 0 && !this.hasSpoken && this.silence !== undefined && fstatSync(this.descriptor).isFIFO()
    );
  }
}

const tooLarge = () => new UnreadableText('is too large: the limit is 512 MiB');

const silent = (milliseconds: number) =>
  `is a pipe or a device, and no data arrived within ${milliseconds / 1000} s`;
