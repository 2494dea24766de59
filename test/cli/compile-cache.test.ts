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
import * as module from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWith } from '../support/needs';

/* Compiled code that Node keeps from one process to the next; the program is the built one. */

const MAIN = join(__dirname, '../../dist/js/lib/cli/main.js');
const POD =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: A, image: "nginx:1"}]}\n';
const HAS_CACHE = 'enableCompileCache' in module;

let home = '';
const cache = () => join(home, 'cdk8s-pod-patterns');
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'cache-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function run(
  environment: NodeJS.ProcessEnv = {},
  argv: readonly string[] = ['validate', '--no-config', '-'],
) {
  const env = { ...process.env, XDG_CACHE_HOME: home, ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...argv], {
    encoding: 'utf8',
    input: POD,
    env,
  });
  return { status, stdout, stderr };
}

const KUBECTL = ['run', 'nginx', '--image=nginx', '--dry-run=client', '-o', 'name'];

const kept = () =>
  (readdirSync(home, { recursive: true }) as string[])
    .map((name) => join(home, name))
    .filter((path) => statSync(path).isFile());

describeWith([{ name: 'a Node.js with a compile cache', met: HAS_CACHE }], 'a Node with a cache', () => {
  test('the second run says what the first one said, by code in a folder of its user alone', () => {
    const first = run();
    expect(first).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('container-name'),
      stderr: '',
    });
    expect(kept().length).toBeGreaterThan(3);
    expect(statSync(cache())).toMatchObject({ uid: process.getuid?.() ?? 0 });
    expect(statSync(cache()).mode & 0o777).toBe(0o700);
    const before = kept();
    expect(run()).toEqual(first);
    expect(kept()).toEqual(before);
  });

  test.each([
    ['nothing', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('no code')],
    ['half', (code: Buffer) => code.subarray(0, code.length / 2)],
  ])('%s in the place of the code changes nothing', (_, spoilt) => {
    const first = run();
    for (const file of kept()) writeFileSync(file, spoilt(readFileSync(file)));
    expect(run()).toEqual(first);
  });

  test('commands of kubectl keep theirs, too', () => {
    const first = run({}, KUBECTL);
    expect(kept().length).toBeGreaterThan(0);
    expect(run({}, KUBECTL)).toEqual(first);
  });

  test('code of another source of the same length is not run', () => {
    const copy = join(home, 'package');
    cpSync(join(__dirname, '../../dist'), join(copy, 'dist'), { recursive: true });
    cpSync(join(__dirname, '../../package.json'), join(copy, 'package.json'));
    symlinkSync(join(__dirname, '../../node_modules'), join(copy, 'node_modules'));
    const started = () =>
      spawnSync(process.execPath, [join(copy, 'dist/js/lib/cli/main.js'), 'explain-rule', 'image-tag'], {
        encoding: 'utf8',
        env: { ...process.env, XDG_CACHE_HOME: home },
      });
    const before = started();
    const program = join(copy, 'dist/js/lib/cli/program-main.js');
    writeFileSync(program, readFileSync(program, 'utf8').replaceAll('image-tag', 'image-gat'));
    expect(before.stdout).toContain('image-tag');
    expect(started().stdout + started().stderr).toContain('image-gat');
  });
});

describe('nothing is kept, and nothing is read, where another user may have planted it', () => {
  test('in a folder that others may write to', () => {
    mkdirSync(cache());
    chmodSync(cache(), 0o777);
    expect(run().status).toBe(1);
    expect(kept()).toEqual([]);
  });

  test('in a folder that a link leads to', () => {
    mkdirSync(join(home, 'elsewhere'));
    symlinkSync(join(home, 'elsewhere'), cache());
    expect(run().status).toBe(1);
    expect(kept()).toEqual([]);
  });
});

test('where nothing can be kept, or is to be kept, nothing is', () => {
  const { stdout } = run();
  rmSync(home, { recursive: true });
  for (const environment of [
    { XDG_CACHE_HOME: '/dev/null/x' },
    { XDG_CACHE_HOME: '', HOME: '', LOCALAPPDATA: '' },
    { NODE_DISABLE_COMPILE_CACHE: '1' },
  ]) {
    expect(run(environment)).toEqual({ status: 1, stdout, stderr: '' });
  }
  expect(existsSync(home)).toBe(false);
});

test('a Node without a cache says the same, and keeps nothing', () => {
  const without = { NODE_OPTIONS: `--require=${join(home, 'without.cjs')}` };
  writeFileSync(join(home, 'without.cjs'), "delete require('node:module').enableCompileCache;\n");
  const { status, stdout } = run();
  rmSync(cache(), { recursive: true, force: true });
  expect(run(without)).toEqual({ status, stdout, stderr: '' });
  expect(run(without, KUBECTL)).toEqual({ status: 0, stdout: 'pod/nginx\n', stderr: '' });
  expect(existsSync(cache())).toBe(false);
});
