import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/* Compiled code that is kept from one process to the next; the program is the built one. */

const MAIN = join(__dirname, '../../dist/js/lib/cli/main.js');
const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: A, image: "nginx:1"}]}\n';

let cache = '';
beforeEach(() => { cache = mkdtempSync(join(tmpdir(), 'cache-')); });
afterEach(() => rmSync(cache, { recursive: true, force: true }));

function run(environment: NodeJS.ProcessEnv = {}, argv: readonly string[] = ['validate', '--no-config', '-']) {
  const env = { ...process.env, XDG_CACHE_HOME: cache, ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...argv], { encoding: 'utf8', input: POD, env });
  return { status, stdout, stderr };
}

const kept = () => (readdirSync(cache, { recursive: true }) as string[]).map((name) => join(cache, name)).filter((path) => statSync(path).isFile());

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

test.each([['nothing', () => Buffer.alloc(0)], ['something else', () => Buffer.from('no code')], ['half', (code: Buffer) => code.subarray(0, code.length / 2)]])(
  'where %s is in the place of the code, it is compiled again, and kept',
  (_, spoilt) => {
    const first = run();
    const files = kept();
    for (const file of files) writeFileSync(file, spoilt(readFileSync(file)));
    expect(run()).toEqual(first);
    for (const file of files) expect(readFileSync(file).length).toBeGreaterThan(1000);
  },
);

test('where nothing can be kept, or is to be kept, nothing is', () => {
  const { stdout } = run();
  rmSync(cache, { recursive: true });
  for (const environment of [{ XDG_CACHE_HOME: '/dev/null/x' }, { XDG_CACHE_HOME: '', HOME: '', LOCALAPPDATA: '' }, { NODE_DISABLE_COMPILE_CACHE: '1' }]) {
    expect(run(environment)).toEqual({ status: 1, stdout, stderr: '' });
  }
  expect(existsSync(cache)).toBe(false);
});

test('commands of kubectl keep theirs, too', () => {
  const argv = ['run', 'nginx', '--image=nginx', '--dry-run=client', '-o', 'name'];
  expect([run({}, argv), run({}, argv)]).toEqual([{ status: 0, stdout: 'pod/nginx\n', stderr: '' }, { status: 0, stdout: 'pod/nginx\n', stderr: '' }]);
  expect(kept().length).toBeGreaterThan(0);
});
