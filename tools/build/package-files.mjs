import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files that package.json promises to users. */
export const packageFiles = (root) =>
  promisedFiles(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

/** Those of them that are not there. */
export const missingFiles = (root) => packageFiles(root).filter((file) => !existsSync(join(root, file)));

/** The entry points of a package, the types beside them, and its programs. */
export function promisedFiles({ main, types, exports, typesVersions, bin }) {
  return [
    ...new Set(strings([main, types, exports, typesVersions, bin]).map((file) => file.replace(/^\.\//, ''))),
  ].sort();
}

const strings = (value) =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(strings);
