import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Name of standard input among the files. */
const STDIN = '<stdin>';

/** A file's path from the working folder, with slashes; absolute where the file is outside of it. */
export function relativePath(file: string, folder: string | undefined): string {
  if (file === STDIN) return file;
  const inside = folder === undefined ? undefined : insidePath(resolve(folder, file), folder);
  return inside ?? (folder === undefined || !isAbsolute(file) ? slashed(file) : file);
}

/** The path within a folder; undefined outside of it. */
function insidePath(file: string, folder: string): string | undefined {
  const path = relative(folder, file);
  return path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)
    ? undefined
    : slashed(path);
}

const slashed = (path: string) => path.split(sep).join('/');

/** Name of the folder that addresses are relative to, as SARIF writes it. */
export const URI_BASE_ID = '%SRCROOT%';

/** Where a file is, as SARIF says it: relative to a base where it is inside of the folder. */
export interface FileAddress {
  readonly uri: string;
  readonly relative: boolean;
}

export function fileAddress(file: string, folder: string | undefined): FileAddress {
  if (file === STDIN) return { uri: 'stdin', relative: false };
  if (folder === undefined) {
    return isAbsolute(file)
      ? { uri: pathToFileURL(file).href, relative: false }
      : { uri: encoded(slashed(file)), relative: false };
  }
  const path = resolve(folder, file);
  const inside = insidePath(path, folder);
  return inside === undefined
    ? { uri: pathToFileURL(path).href, relative: false }
    : { uri: encoded(inside), relative: true };
}

/** The address of a folder, as a base for others. */
export const folderAddress = (folder: string) =>
  pathToFileURL(folder.endsWith(sep) ? folder : folder + sep).href;

const encoded = (path: string) =>
  path
    .split('/')
    .map((part) => encodeURIComponent(Buffer.from(part).toString()))
    .join('/');
