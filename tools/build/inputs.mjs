import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * Everything that the build depends on; the lock file stands for jsii, the compiler and the packages that are
 * inlined.
 */
const INPUTS = [
  'lib',
  'patterns',
  'tools/build',
  'tools/build.mjs',
  'tools/bundle.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'README.md',
];

/** A hash of the names and contents of all inputs. */
export function hashOf(root) {
  const hash = createHash('sha256');
  for (const file of INPUTS.flatMap((input) => filesBelow(join(root, input))).sort()) {
    hash
      .update(`${relative(root, file).split(sep).join('/')}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
