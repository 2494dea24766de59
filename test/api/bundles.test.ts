import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge, serverStatus } from '../../lib/validate/judging';

const ROOT = join(__dirname, '../..');
const ASKED = join(ROOT, 'test/validate/asked');

/** The manifests that servers were asked about, of all kinds: what bundles share is used by each. */
const texts = readdirSync(ASKED)
  .filter((file) => file.endsWith('-1.36.jsonl'))
  .flatMap((file) => readFileSync(join(ASKED, file), 'utf8').trim().split('\n'))
  .map((line) => JSON.stringify((JSON.parse(line) as { readonly manifest: object }).manifest));

const SCRIPT = `const { judge, serverStatus } = require('./dist/js/lib/validate/judging');
  const texts = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
  console.log(JSON.stringify(texts.map((text) => serverStatus(judge(JSON.parse(text), { minor: 36 })))));`;

test('the package gives the verdicts of its sources', () => {
  const printed = execFileSync(process.execPath, ['-e', SCRIPT], {
    cwd: ROOT,
    encoding: 'utf8',
    input: JSON.stringify(texts),
    maxBuffer: 1 << 26,
  });
  const built = JSON.parse(printed) as object[];
  const differing = texts.flatMap((text, index) => {
    const status = serverStatus(judge(JSON.parse(text), { minor: 36 }));
    return JSON.stringify(status) === JSON.stringify(built[index]) ? [] : [[text, status, built[index]]];
  });
  expect(differing).toEqual([]);
  expect(built.length).toBeGreaterThan(1_000);
});

test('a run with Pods alone loads the rules of Pods alone', () => {
  const script = `const { judge } = require('./dist/js/lib/validate/judging');
    const loaded = () => Object.keys(require.cache).map((file) => file.split('/dist/js/lib/validate/')[1]);
    judge({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } }, { minor: 36 });
    console.log(loaded().join(' '));
    judge({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' } }, { minor: 36 });
    console.log(loaded().join(' '));`;
  expect(execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' })).toBe(
    'judging.js\njudging.js kinds/others.js\n',
  );
});
