import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { longOf } from '../../lib/cli/options/option';
import { VALIDATE_OPTIONS } from '../../lib/cli/options/validate';
import { KIND_RULES } from '../../lib/validate/kinds';

const ROOT = join(__dirname, '../..');

const textOf = (folder: string, suffix: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(suffix))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'))
    .join('\n');

/** Names in code that a column of the tables speaks of: `portNumber`, the last part of `pod.addVolume`. */
function namesIn(page: string, column: number): string[] {
  const rows = readFileSync(join(ROOT, 'docs', page), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const codes = rows.flatMap((row) =>
    [...row.split('|')[column].matchAll(/`([\w.]+)`/g)].map(([, code]) => code),
  );
  return [...new Set(codes.map((code) => code.split('.').at(-1)!))];
}

test('every name of cdk8s-plus, and each of its counterparts, is one', () => {
  const theirs = textOf('node_modules/cdk8s-plus-28/lib', '.d.ts');
  const ours = ['lib/k8s', 'lib/pod', 'lib/workload'].map((folder) => textOf(folder, '.ts')).join('\n');
  const has = (text: string) => (name: string) => new RegExp(`\\b${name}\\b`).test(text);
  const left = namesIn('coming-from-cdk8s-plus.md', 1);
  expect(left.length).toBeGreaterThan(20);
  expect(left.filter((name) => !has(theirs)(name))).toEqual([]);
  const right = namesIn('coming-from-cdk8s-plus.md', 2);
  expect(right.length).toBeGreaterThan(30);
  expect(right.filter((name) => !has(ours)(name) && !has(theirs)(name))).toEqual([]);
});

test('every option for one of kubeconform is one', () => {
  const options = new Set([...VALIDATE_OPTIONS.map(longOf), '--version', '--help']);
  const rows = readFileSync(join(ROOT, 'docs/coming-from-kubeconform.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `-'));
  const named = rows.flatMap((row) =>
    [...row.split('|')[2].matchAll(/`(--[\w-]+)/g)].map(([, option]) => option),
  );
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((option) => !options.has(option))).toEqual([]);
});

test.each([
  ['coming-from-kubeconform.md', /\*\*Fully validated\*\*, as by kube-apiserver: ([^.]+)\./],
  ['validation.md', /word by word: `npm run parity`\. For ([^.]+?) all of them agree/],
])('%s names the kinds that are fully validated', (page, sentence) => {
  const [, kinds] = sentence.exec(readFileSync(join(ROOT, 'docs', page), 'utf8').replace(/\s+/g, ' '))!;
  const judged = [...KIND_RULES.keys()].map((kind) => kind.split(' ')[1]);
  expect(kinds.split(/, | and /).sort()).toEqual(judged.sort());
});
