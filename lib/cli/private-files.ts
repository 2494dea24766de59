import { lstatSync, mkdirSync, openSync, rmSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';

/** Modes of what nobody else may write: group and others. */
const OTHERS_MAY_WRITE = 0o022;

/** Whether a folder is this user's, and nobody else may write to it. Systems without owners are trusted. */
const isPrivate = ({ uid, mode }: Stats) =>
  process.getuid === undefined || (uid === process.getuid() && (mode & OTHERS_MAY_WRITE) === 0);

/**
 * Makes a folder for this user alone, unless it is there. False if it is a link, or others may write to it.
 */
export function createPrivateFolder(path: string): boolean {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const stats = lstatSync(path);
    return stats.isDirectory() && isPrivate(stats);
  } catch {
    return false;
  }
}

/** A file that is being written. */
export interface TemporaryFile {
  readonly path: string;
  readonly descriptor: number;
}

/**
 * Creates a file beside another, under a name that nobody can have planted a link at. Most runs write no
 * file, and loading node:crypto takes longer than judging a manifest.
 */
export function createBeside(path: string, mode = 0o666): TemporaryFile {
  const { randomBytes } = require('node:crypto') as typeof import('node:crypto');
  const temporary = join(dirname(path), `.pod-patterns-${randomBytes(8).toString('hex')}.tmp`);
  return { path: temporary, descriptor: openSync(temporary, 'wx', mode) };
}

export const discard = ({ path }: TemporaryFile) => rmSync(path, { force: true });
