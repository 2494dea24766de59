import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const SUFFIX = '.d.ts';

/** Removes the declarations that no entry of the package leads to: nobody can import what they declare. */
export function removeUnreachable(folder, entries) {
  const reachable = reachableFrom(entries.filter((entry) => entry.endsWith(SUFFIX)));
  for (const file of readdirSync(folder, { recursive: true })) {
    const path = join(folder, file);
    if (file.endsWith(SUFFIX) && !reachable.has(path)) rmSync(path);
  }
}

/** The files themselves, and all that they import, in any number of steps. */
function reachableFrom(entries) {
  const found = new Set(entries);
  for (const file of found) importsOf(file).forEach((imported) => found.add(imported));
  return found;
}

function importsOf(file) {
  const { importedFiles, referencedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
  const names = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'));
  return [
    ...names.map((name) => declarationOf(resolve(dirname(file), name))),
    ...referencedFiles.map(({ fileName }) => resolve(dirname(file), fileName)),
  ];
}

function declarationOf(module) {
  const found = [`${module}${SUFFIX}`, join(module, `index${SUFFIX}`)].find((path) =>
    ts.sys.fileExists(path),
  );
  if (!found) throw new Error(`there is no declaration of ${module}`);
  return found;
}
