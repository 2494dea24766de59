import { Testing } from 'cdk8s';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import setUp from './set-up';
import tearDown from './tear-down';

test('tests, their apps and their processes write to the folder of the run', () => {
  expect(basename(tmpdir())).toMatch(/^jest-/);
  expect(dirname(Testing.app().outdir)).toBe(tmpdir());
  expect(execFileSync(process.execPath, ['-p', 'os.tmpdir()'], { encoding: 'utf8' }).trim()).toBe(tmpdir());
});

test('a run leaves nothing behind, and the next one has a folder of its own', () => {
  const before = process.env.TMPDIR;
  setUp();
  const folder = process.env.TMPDIR!;
  expect(dirname(folder)).toBe(before);
  mkdirSync(join(folder, 'copy-1'));
  writeFileSync(join(folder, 'copy-1/file'), '');
  tearDown();
  expect([existsSync(folder), process.env.TMPDIR]).toEqual([false, before]);
});
