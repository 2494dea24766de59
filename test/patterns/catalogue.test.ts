import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as api from '../../lib';
import { missingPatternPlaces, PATTERN_PLACES, patternFile as fileOf } from '../support/pattern-places';
import { PATTERNS } from '../support/table/patterns';

const ROOT = join(__dirname, '../..');
const MOST_LINES = 250;

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const nameOf = (file: string) =>
  file.replace('.ts', '').replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());

/** Names of patterns that are exported, and of those that have a file. */
const exported = Object.entries(api).flatMap(([name, value]) =>
  typeof value === 'function' && value.prototype instanceof api.PodPattern ? [name] : [],
);
const written = readdirSync(join(ROOT, 'patterns'))
  .filter((file) => file.endsWith('.ts'))
  .map(nameOf);
const names = [...new Set([...exported, ...written])].sort();

const index = read('lib/index.ts');
const list = read('docs/patterns.md');
test.each(names)('%s is in all its places', (name) => {
  expect(missingPatternPlaces(name, ROOT)).toEqual([]);
});

test('there is nothing of a pattern that is no more', () => {
  const pages = readdirSync(join(ROOT, 'docs/patterns')).map((page) => page.replace('.md', ''));
  const rows = [...list.matchAll(/\]\(patterns\/([\w-]+)\.md\) \|/g)].map(([, file]) => file);
  for (const files of [pages, rows, Object.keys(PATTERNS).map(fileOf)]) {
    expect([...files].sort()).toEqual(names.map(fileOf).sort());
  }
});

test('CONTRIBUTING tells of each place', () => {
  const [, recipe] = /^## A new pattern$([^]*?)^## /m.exec(read('CONTRIBUTING.md'))!;
  expect(Object.keys(PATTERN_PLACES).filter((place) => !recipe.includes(`\`${place}\``))).toEqual([]);
  expect(recipe).toContain(`at most ${MOST_LINES} lines of code`);
});

/**
 * Files that list what is of one kind: the API's structs, a method of a line or two for every generator of
 * kubectl, and the ids of rules.
 */
const LISTS: ReadonlySet<string> = new Set(['lib/k8s', 'lib/kubectl/kubectl', 'lib/validate/rule-ids']);

const sourceOf = (module: string) =>
  existsSync(join(ROOT, `${module}.ts`)) ? `${module}.ts` : `${module}/index.ts`;

/** Lines that are neither blank nor a comment of their own. */
const linesOfCode = (source: string) =>
  source.split('\n').filter((line) => !/^\s*($|\/\/|\/?\*)/.test(line)).length;

test(`no file of a public class has more than ${MOST_LINES} lines of code`, () => {
  const files = [...index.matchAll(/ from '(.+)';$/gm)]
    .map(([, path]) => join('lib', path))
    .filter((file) => !LISTS.has(file))
    .map(sourceOf);
  expect(files.length).toBeGreaterThan(names.length);
  expect(files.filter((file) => linesOfCode(read(file)) > MOST_LINES)).toEqual([]);
});
