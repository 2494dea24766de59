import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf } from '../manifest/bytes';

/** Files as kubectl looks at them. */
export interface Files {
  /** Whether a path is a folder. */
  isFolder(path: string): boolean;
  read(path: string): Buffer;
  /** Names of the plain files in a folder, sorted. */
  list(path: string): readonly string[];
  /** All that is in a folder, sorted by name. */
  entries(path: string): readonly FileEntry[];
}

export interface FileEntry {
  readonly name: string;
  readonly folder: boolean;
  /** Whether it is a pipe, a socket or a device, or a link to one. */
  readonly device?: boolean;
}

/** The file system. */
export const FILE_SYSTEM: Files = {
  isFolder: (path) => statSync(path).isDirectory(),
  read: (path) => bytesOf(path),
  list: (path) =>
    readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort(),
  entries: (path) =>
    readdirSync(path, { withFileTypes: true })
      .map((entry) => ({ name: entry.name, folder: entry.isDirectory(), device: isDevice(path, entry) }))
      .sort(({ name: a }, { name: b }) => (a < b ? -1 : 1)),
};

function isDevice(folder: string, entry: Dirent): boolean {
  if (entry.isFile() || entry.isDirectory()) return false;
  try {
    const stats = statSync(join(folder, entry.name));
    return !stats.isFile() && !stats.isDirectory();
  } catch {
    return false; // reading it tells why
  }
}

const ERRORS: { readonly [code: string]: string } = {
  ENOENT: 'no such file or directory',
  EACCES: 'permission denied',
  EISDIR: 'is a directory',
  ENOTDIR: 'not a directory',
  ELOOP: 'too many levels of symbolic links',
  ENAMETOOLONG: 'file name too long',
  EPERM: 'operation not permitted',
  ENXIO: 'no such device or address',
};

/** Go's message for a file that cannot be read; other errors are rethrown. */
export function fileProblem(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return ERRORS[code] ?? (error as Error).message;
}
