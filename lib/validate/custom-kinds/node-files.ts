import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chunksOf } from '../../manifest/bytes';
import {
  type DefinitionFiles,
  definitionsIn,
  definitionsInText,
  importedFrom,
  isDefinitionText,
} from './files';
import type { DefinitionSource } from './definitions';

const NODE_FILES: DefinitionFiles = {
  kindOf,
  list: (folder) =>
    readdirSync(folder).map((name) => ({ name, kind: kindOf(join(folder, name)) ?? 'other' })),
  open: (file) => chunksOf(file),
};

function kindOf(path: string): 'file' | 'folder' | 'other' | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return undefined;
  if (stats.isDirectory()) return 'folder';
  return stats.isFile() ? 'file' : 'other';
}

/**
 * The CustomResourceDefinitions that users name in code: paths of files and folders, or texts.
 *
 * @throws Error that names the path, if it has none
 */
export const givenDefinitions = (crds: readonly string[]): readonly DefinitionSource[] =>
  crds.flatMap((given, index) =>
    isDefinitionText(given) ? definitionsInText(`crds[${index}]`, given) : definitionsIn([given], NODE_FILES),
  );

const imported = new Map<string, readonly DefinitionSource[]>();

/** The definitions that the `cdk8s.yaml` of the working directory imports, read once; none if that fails. */
export function importedHere(): readonly DefinitionSource[] {
  const folder = process.cwd();
  const known = imported.get(folder);
  if (known) return known;
  const found = readImported(folder);
  imported.set(folder, found);
  return found;
}

function readImported(folder: string): readonly DefinitionSource[] {
  try {
    return importedFrom(folder, NODE_FILES);
  } catch {
    return [];
  }
}
