import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lines of the docs that name a minor; generated pages are left out. */
export const placesThatName = (minor: number, root: string): string[] =>
  ['README.md', ...pagesBelow(root, 'docs')].flatMap((file) =>
    linesThatName(minor, readFileSync(join(root, file), 'utf8'), file),
  );

export function linesThatName(minor: number, text: string, file: string): string[] {
  const named = new RegExp(`(?<![\\w.:/])v?1\\.${minor}(?![\\w.]*\\d)`);
  return text
    .split('\n')
    .flatMap((line, index) =>
      named.test(line) ? [`${file}:${index + 1} ${line.trim().slice(0, LONGEST)}`] : [],
    );
}

const LONGEST = 140;
const GENERATED = /^docs\/api|kubectl-flags\.md$/;

const pagesBelow = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => name.endsWith('.md') && !GENERATED.test(name))
    .sort();
