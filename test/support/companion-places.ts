import { COMPANIONS } from './companions';
import { missingOf, type Places, readerOf } from './places';

/** `redis-metrics` for `redisMetrics`. */
export const companionFile = (method: string) => method.replace(/[A-Z]/g, '-$&').toLowerCase();

const SECTIONS = ['```ts', '```yaml', '## Options', '## What is built in', '## What can go wrong'];

/** Most lines of a companion's file, with comments. */
const MOST_LINES = 150;

type Read = (path: string) => string;

/** Where a companion has to be, and whether it is there. */
export const COMPANION_PLACES: Places<[owner: string, method: string, file: string, read: Read]> = {
  'patterns/companions/<name>.ts': [
    `write a function that creates it from its options, in at most ${MOST_LINES} lines; put more into patterns/companions/<name>/`,
    (_, method, file, read) => {
      const source = read(`patterns/companions/${file}.ts`);
      const isFunction = new RegExp(`^export (?:function|const) ${method}\\b`, 'm').test(source);
      return isFunction && source.split('\n').length <= MOST_LINES + 1;
    },
  ],
  'patterns/companions/catalogue.ts': [
    'export the function: it is loaded when the first companion is created',
    (_, method, file, read) =>
      read('patterns/companions/catalogue.ts').includes(`export { ${method} } from './${file}';`),
  ],
  'lib/options/table.ts': [
    'run npm run update-api, which writes what its options are',
    (owner, method, _, read) => read('lib/options/table.ts').includes(`'${owner}.${method} options=`),
  ],
  'test/support/companions.ts': [
    'add an entry to COMPANIONS that creates one as a user would; the tables of tests use it',
    (owner, method) => PATTERNS.has(method) || Object.hasOwn(COMPANIONS, `${owner}.${method}`),
  ],
  'docs/companions/<name>.md': [
    `write the page, with ${SECTIONS.join(', ')}`,
    (_owner, _method, file, read) => {
      const page = read(`docs/companions/${file}.md`);
      return SECTIONS.every((section) => page.includes(section));
    },
  ],
  'docs/companions.md': [
    'write its row in the table by need, | your application … | [<method>](companions/<name>.md) |',
    (_, method, file, read) => read('docs/companions.md').includes(`[${method}](companions/${file}.md)`),
  ],
};

/** Methods that return a pattern: no container runs. */
const PATTERNS: ReadonlySet<string> = new Set(['jmxAgent']);

/** @param root folder of the repository */
export function missingCompanionPlaces(owner: string, method: string, root: string): string[] {
  const file = companionFile(method);
  return missingOf(COMPANION_PLACES, owner, method, file, readerOf(root)).map((line) =>
    line.replaceAll('<name>', file).replaceAll('<method>', method),
  );
}
