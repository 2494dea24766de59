import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/* Compiled code that is kept from one process to the next; the program is the built one. */

const MAIN = join(__dirname, '../../dist/js/lib/cli/main.js');
const POD =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: A, image: "nginx:1"}]}\n';

let cache = '';
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'cache-'));
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

function run(
  environment: NodeJS.ProcessEnv = {},
  argv: readonly string[] = ['validate', '--no-config', '-'],
) {
  const env = { ...process.env, XDG_CACHE_HOME: cache, ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...argv], {
    encoding: 'utf8',
    input: POD,
    env,
  });
  return { status, stdout, stderr };
}

const kept = () =>
  (readdirSync(cache, { recursive: true }) as string[])
    .map((name) => join(cache, name))
    .filter((path) => statSync(path).isFile());

test('the second run says what the first one said, by code that was kept for its user alone', () => {
  const first = run();
  expect(first).toMatchObject({ status: 1, stdout: expect.stringContaining('container-name'), stderr: '' });
  const files = kept();
  expect(files.length).toBeGreaterThan(3);
  expect(files.map((file) => statSync(file).mode & 0o077)).toEqual(files.map(() => 0));
  const before = files.map((file) => readFileSync(file));
  expect(run()).toEqual(first);
  expect(kept().map((file) => readFileSync(file))).toEqual(before);
});

test.each([
  ['nothing', () => Buffer.alloc(0)],
  ['something else', () => Buffer.from('no code')],
  ['half', (code: Buffer) => code.subarray(0, code.length / 2)],
])('where %s is in the place of the code, it is compiled again, and kept', (_, spoilt) => {
  const first = run();
  const files = kept();
  for (const file of files) writeFileSync(file, spoilt(readFileSync(file)));
  expect(run()).toEqual(first);
  for (const file of files) expect(readFileSync(file).length).toBeGreaterThan(1000);
});

describe('code that another user may have planted is not run', () => {
  const isPlanted = (file: string) => readFileSync(file).includes('planted');

  test('in a folder that others may write to', () => {
    mkdirSync(join(cache, 'cdk8s-pod-patterns'));
    chmodSync(join(cache, 'cdk8s-pod-patterns'), 0o777);
    expect(run().status).toBe(1);
    expect(kept()).toEqual([]);
  });

  test('in a folder that a link leads to', () => {
    mkdirSync(join(cache, 'elsewhere'));
    symlinkSync(join(cache, 'elsewhere'), join(cache, 'cdk8s-pod-patterns'));
    expect(run().status).toBe(1);
    expect(kept()).toEqual([]);
  });

  test('in a file that is a pipe, a link, or may be written by others', () => {
    const first = run();
    const [linked, pipe, ...others] = kept();
    for (const file of [linked, pipe]) rmSync(file);
    writeFileSync(join(cache, 'planted'), 'planted');
    symlinkSync(join(cache, 'planted'), linked);
    spawnSync('mkfifo', [pipe]);
    for (const file of others) chmodSync(file, 0o666);
    expect(run()).toEqual(first);
    expect(isPlanted(join(cache, 'planted'))).toBe(true);
  });

  test('for a source of the same length', () => {
    const copy = join(cache, 'package');
    cpSync(join(__dirname, '../../dist'), join(copy, 'dist'), { recursive: true });
    cpSync(join(__dirname, '../../package.json'), join(copy, 'package.json'));
    symlinkSync(join(__dirname, '../../node_modules'), join(copy, 'node_modules'));
    const started = () =>
      spawnSync(process.execPath, [join(copy, 'dist/js/lib/cli/main.js'), 'explain-rule', 'image-tag'], {
        encoding: 'utf8',
        env: { ...process.env, XDG_CACHE_HOME: cache },
      });
    const before = started();
    const own = join(copy, 'dist/js/lib/cli/own.js');
    const changed = readFileSync(own, 'utf8').replaceAll('image-tag', 'image-gat');
    writeFileSync(own, changed);
    expect(before.stdout).toContain('image-tag');
    expect(started().stdout + started().stderr).toContain('image-gat');
  });
});

test('where nothing can be kept, or is to be kept, nothing is', () => {
  const { stdout } = run();
  rmSync(cache, { recursive: true });
  for (const environment of [
    { XDG_CACHE_HOME: '/dev/null/x' },
    { XDG_CACHE_HOME: '', HOME: '', LOCALAPPDATA: '' },
    { NODE_DISABLE_COMPILE_CACHE: '1' },
  ]) {
    expect(run(environment)).toEqual({ status: 1, stdout, stderr: '' });
  }
  expect(existsSync(cache)).toBe(false);
});

test('commands of kubectl keep theirs, too', () => {
  const argv = ['run', 'nginx', '--image=nginx', '--dry-run=client', '-o', 'name'];
  expect([run({}, argv), run({}, argv)]).toEqual([
    { status: 0, stdout: 'pod/nginx\n', stderr: '' },
    { status: 0, stdout: 'pod/nginx\n', stderr: '' },
  ]);
  expect(kept().length).toBeGreaterThan(0);
});
