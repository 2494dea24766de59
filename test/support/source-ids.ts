import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../lib');

/** Ids of rules that stand in the sources, catalogue aside. */
export function idsInSources(): string[] {
  const texts = ['validate', 'manifest']
    .flatMap((folder) => sources(join(ROOT, folder)))
    .map((file) => readFileSync(file, 'utf8'));
  const ids = texts.flatMap((text) =>
    [...text.matchAll(/\b(?:id: |rule: (?:'[a-z0-9-]+' \| )*|head\(|finding\()\s*'([a-z][a-z0-9-]+)'/g)].map(
      ([, id]) => id,
    ),
  );
  return [...new Set(ids)].sort();
}

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['catalogue', 'schema'].includes(entry.name) ? [] : sources(path);
    return path.endsWith('.ts') ? [path] : [];
  });
