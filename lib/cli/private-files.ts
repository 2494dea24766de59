import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { randomBytes } from 'node:crypto';

/** Modes of what nobody else may write: group and others. */
const OTHERS_MAY_WRITE = 0o022;

/**
 * Whether a file or folder belongs to this user, and nobody else may write it. Systems without owners are
 * trusted.
 */
const isOwn = ({ uid, mode }: Stats) =>
  process.getuid === undefined || (uid === process.getuid() && (mode & OTHERS_MAY_WRITE) === 0);

/**
 * Makes a folder for this user alone, unless it is there. False if it is a link, or others may write to it.
 */
export function ownFolder(path: string): boolean {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const stats = lstatSync(path);
    return stats.isDirectory() && isOwn(stats);
  } catch {
    return false;
  }
}

/**
 * Bytes of a file that only this user may write; undefined for a link, a pipe, or a file of somebody else.
 */
export function ownFile(path: string): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(
      path,
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
    const stats = fstatSync(descriptor);
    return stats.isFile() && isOwn(stats) ? readFileSync(descriptor) : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Replaces a file at one stroke. */
export function replaceFile(path: string, bytes: Buffer): void {
  const temporary = createBeside(path, 0o600);
  try {
    writeFileSync(temporary.descriptor, bytes);
  } finally {
    closeSync(temporary.descriptor);
  }
  renameSync(temporary.path, path);
}

/** A file that is being written. */
export interface Temporary {
  readonly path: string;
  readonly descriptor: number;
}

/** Creates a file beside another, under a name that nobody can have planted a link at. */
export function createBeside(path: string, mode = 0o666): Temporary {
  const temporary = join(dirname(path), `.pod-patterns-${randomBytes(8).toString('hex')}.tmp`);
  return { path: temporary, descriptor: openSync(temporary, 'wx', mode) };
}

export const discard = ({ path }: Temporary) => rmSync(path, { force: true });
