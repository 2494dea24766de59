import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PATTERNS, WITH_SIDECAR } from './table/patterns';

export const patternFile = (name: string) => name.replace(/\B[A-Z]/g, '-$&').toLowerCase();

const SECTIONS = [
  '**Problem.**',
  '```text',
  '```yaml',
  '## Options',
  '## What is built in',
  '## What can go wrong',
];

type Read = (path: string) => string;

/** Where a pattern has to be, and whether it is there. */
export const PATTERN_PLACES: {
  readonly [place: string]: (name: string, file: string, read: Read) => boolean;
} = {
  'patterns/<name>.ts': (name, file, read) =>
    read(`patterns/${file}.ts`).includes(`export class ${name} extends PodPattern`),
  'lib/index.ts': (name, file, read) =>
    new RegExp(`^export \\{[^}]*\\b${name}\\b[^}]*\\} from '../patterns/${file}';$`, 'm').test(
      read('lib/index.ts'),
    ),
  'test/patterns/<name>.test.ts': (name, file, read) =>
    read(`test/patterns/${file}.test.ts`).includes(`new ${name}(`),
  'test/support/table/patterns.ts': (name) => Object.hasOwn(PATTERNS, name),
  WITH_SIDECAR: (name, file, read) =>
    /readonly native\?:|extends [\w, ]*\bSidecarOptions\b/.test(read(`patterns/${file}.ts`)) ===
    WITH_SIDECAR.includes(name),
  'docs/patterns/<name>.md': (_, file, read) =>
    SECTIONS.every((section) => read(`docs/patterns/${file}.md`).includes(section)),
  'docs/patterns.md': (_, file, read) => read('docs/patterns.md').includes(`](patterns/${file}.md) |`),
};

/** @param root folder of the repository */
export function missingPatternPlaces(name: string, root: string): string[] {
  const file = patternFile(name);
  const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '');
  return Object.keys(PATTERN_PLACES)
    .filter((place) => !PATTERN_PLACES[place](name, file, read))
    .map((place) => place.replace('<name>', file));
}
