import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const OPEN = /\bminor [<>]=? \d+\b|since: \d+\b|_since = \d+\b|\bon: \d+ \}/i;

/**
 * Places where a condition on the minor has no upper end, so that it also decides about a new minor. That
 * includes `minor < 37`: its opposite holds for all minors that follow.
 */
export function openRanges(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return path.endsWith('schema') ? [] : openRanges(root, path);
    return entry.name.endsWith('.ts') ? openLines(readFileSync(join(root, path), 'utf8'), path) : [];
  });
}

export const openLines = (source: string, file: string) =>
  source
    .split('\n')
    .flatMap((line, index) => (OPEN.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : []));
