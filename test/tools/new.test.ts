import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordsIn } from '../../tools/generate/rule-records';
import { writeSkeleton } from '../../tools/new';
import { SKELETONS } from '../../tools/new/skeletons';
import { missingPatternPlaces } from '../support/pattern-places';
import { missingPlaces, RuleFiles } from '../support/rule-places';

const ROOT = join(__dirname, '../..');
const COPIED = [
  'lib/index.ts',
  'lib/validate',
  'docs/patterns.md',
  'docs/rules.md',
  'docs/server-rules.md',
  'test/validate',
  '.prettierrc.json',
];

/** A copy of the repository as far as skeletons belong there, with one of each sort in it. */
const copy = mkdtempSync(join(tmpdir(), 'new-'));
COPIED.forEach((path) => cpSync(join(ROOT, path), join(copy, path), { recursive: true }));
const written = new Map(
  Object.keys(SKELETONS).map((word) => [word, writeSkeleton(word, `trial-${word}`, copy)]),
);

const recordOf = (word: string) => {
  const [file] = written.get(word)!;
  const [[name, record]] = recordsIn(join(copy, file));
  return { name, record, file };
};

test.each(Object.keys(SKELETONS))('the files of a %s are formatted', (word) => {
  const files = written.get(word)!.map((file) => join(copy, file));
  expect(files.length).toBeGreaterThan(1);
  const prettier = join(ROOT, 'node_modules/prettier/bin/prettier.cjs');
  expect(() =>
    execFileSync(process.execPath, [prettier, '--check', ...files], { stdio: 'pipe' }),
  ).not.toThrow();
});

test('what remains of a server rule', () => {
  expect(missingPlaces(recordOf('rule'), new RuleFiles(copy))).toEqual([
    'mistake',
    'suggestion',
    'rules/index.ts',
    'test/validate/fixtures/',
    'npm run generate',
  ]);
});

test('what remains of a lint rule', () => {
  expect(missingPlaces(recordOf('lint'), new RuleFiles(copy))).toEqual([
    'mistake',
    'why',
    'suggestion',
    'lib/validate/lint/index.ts',
    'test/validate/lint/fixtures/',
    'npm run generate',
  ]);
});

test('what remains of a pattern', () => {
  expect(missingPatternPlaces('TrialPattern', copy)).toEqual([
    'lib/index.ts',
    'test/support/table/patterns.ts',
    'docs/patterns/trial-pattern.md',
    'docs/patterns.md',
  ]);
});

test('a file that exists is kept', () => {
  const path = join(copy, 'lib/validate/lint/env.ts');
  const before = readFileSync(path, 'utf8');
  expect(() => writeSkeleton('lint', 'env', copy)).toThrow('lib/validate/lint/env.ts exists: choose another');
  expect(readFileSync(path, 'utf8')).toBe(before);
});

test.each([
  ['lints', 'a', 'unknown skeleton "lints": use lint, pattern, rule'],
  ['toString', 'a', 'unknown skeleton "toString"'],
  ['lint', 'PullSecret', 'invalid name "PullSecret": use small letters, digits and single dashes'],
  ['lint', '../a', 'invalid name "../a"'],
])('%s %s is refused', (word, name, message) => {
  expect(() => writeSkeleton(word, name, copy)).toThrow(message);
});
