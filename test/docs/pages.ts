import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

export const ROOT = join(__dirname, '../..');

/** Markdown files of a folder and those below it, from the root of the repository on. */
export const markdown = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .filter((page) => !page.includes('node_modules'));

/** The documentation: what users read. */
export const PAGES = ['README.md', ...markdown('docs')];
