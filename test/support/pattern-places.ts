import { isWritten, missingOf, type Places, readerOf } from './places';
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
export const PATTERN_PLACES: Places<[name: string, file: string, read: Read]> = {
  'patterns/<name>.ts': [
    'write `class <Name> extends PodPattern` in place of the example',
    (name, file, read) => {
      const source = read(`patterns/${file}.ts`);
      return source.includes(`export class ${name} extends PodPattern`) && isWritten(source);
    },
  ],
  'lib/index.ts': [
    "export it: export { <Name>, <Name>Options } from '../patterns/<name>';",
    (name, file, read) =>
      new RegExp(`^export \\{[^}]*\\b${name}\\b[^}]*\\} from '../patterns/${file}';$`, 'm').test(
        read('lib/index.ts'),
      ),
  ],
  'lib/options/table.ts': [
    'run npm run update-api, which writes what its options are',
    (name, file, read) =>
      !read(`patterns/${file}.ts`).includes(`checkArguments('${name}'`) ||
      read('lib/options/table.ts').includes(`  '${name} `),
  ],
  'test/patterns/<name>.test.ts': [
    'test what new <Name>(…) adds to a Pod',
    (name, file, read) => {
      const test = read(`test/patterns/${file}.test.ts`);
      return test.includes(`new ${name}(`) && isWritten(test);
    },
  ],
  'test/support/table/patterns.ts': [
    'write a function <Name> in PATTERNS that creates one, as a user would',
    (name) => Object.hasOwn(PATTERNS, name),
  ],
  WITH_SIDECAR: [
    'list it in test/support/table/patterns.ts if it has the option native, and only then',
    (name, file, read) =>
      /readonly native\?:|extends [\w, ]*\bSidecarOptions\b/.test(read(`patterns/${file}.ts`)) ===
      WITH_SIDECAR.includes(name),
  ],
  'docs/patterns/<name>.md': [
    `write the page, with ${SECTIONS.join(', ')} and a row for each option, also for those that it extends`,
    (_, file, read) => SECTIONS.every((section) => read(`docs/patterns/${file}.md`).includes(section)),
  ],
  'docs/patterns.md': [
    'write its row, | [Name](patterns/<name>.md) | what it is for | what it adds |',
    (_, file, read) =>
      new RegExp(`\\]\\(patterns/${file}\\.md\\) \\| \\S.* \\| \\S.* \\|$`, 'm').test(
        read('docs/patterns.md'),
      ),
  ],
};

/** @param root folder of the repository */
export function missingPatternPlaces(name: string, root: string): string[] {
  const file = patternFile(name);
  return missingOf(PATTERN_PLACES, name, file, readerOf(root)).map((line) =>
    line.replaceAll('<name>', file).replaceAll('<Name>', name),
  );
}
