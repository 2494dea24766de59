import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Need, programs, testWith } from '../support/needs';

/* The program as it is built, as a process of its own. */

const MAIN = join(__dirname, '../../dist/js/lib/cli/main.js');
const RULES = ['--rule=resources=off'];
const FULL_DEVICE: Need = { name: '/dev/full', met: existsSync('/dev/full') };

const pod = (name: string, image = 'nginx:1') =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: {containers: [{name: app, image: "${image}"}]}\n`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pod-patterns-'));
  mkdirSync(join(folder, '.git'));
});

const put = (file: string, text: string | Buffer) => {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
};

function validate(...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'validate', ...RULES, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    input: '',
  });
  return { status, stdout, stderr };
}

test('folders, links, files that may not be read and files that are none', () => {
  put('k8s/a.yaml', pod('a'));
  put(
    'k8s/web/b.json',
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'b' },
      spec: { containers: [{ name: 'b', image: 'b:1' }] },
    }),
  );
  symlinkSync('..', join(folder, 'k8s/web/up'));
  symlinkSync('nowhere', join(folder, 'k8s/gone.yaml'));
  symlinkSync('circle.yaml', join(folder, 'circle.yaml'));
  put('secret.yaml', pod('s'));
  chmodSync(join(folder, 'secret.yaml'), 0);
  put('binary.yaml', Buffer.from([0x61, 0, 0x62]));
  expect(validate('k8s')).toEqual({
    status: 2,
    stdout: '2 manifests in 2 files: no errors\n',
    stderr: 'pod-patterns: k8s/gone.yaml: no such file or directory: dangling symbolic link\n',
  });
  rmSync(join(folder, 'k8s/gone.yaml'));
  const { status, stdout, stderr } = validate(
    'k8s',
    'circle.yaml',
    'binary.yaml',
    'nope.yaml',
    'k8s/a.yaml/x',
  );
  expect([status, stdout]).toEqual([2, '2 manifests in 2 files: no errors\n']);
  expect(stderr.split('\n')).toEqual([
    'pod-patterns: circle.yaml: too many levels of symbolic links',
    'pod-patterns: binary.yaml: is a binary file: found a NUL byte at offset 1',
    'pod-patterns: nope.yaml: no such file or directory',
    'pod-patterns: k8s/a.yaml/x: not a directory',
    '',
  ]);
  if (process.getuid!() !== 0) {
    expect(validate('secret.yaml').stderr).toBe('pod-patterns: secret.yaml: permission denied\n');
  }
});

test('a device is read to the limit, and named if it has no end', () => {
  expect(validate('/dev/null')).toMatchObject({
    status: 1,
    stderr: 'pod-patterns: no manifests in /dev/null\n',
  });
  expect(validate('/dev/zero')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'pod-patterns: /dev/zero: is too large: the limit is 512 MiB\n',
  });
});

testWith(
  programs('mkfifo'),
  'pipes and devices of a folder are not read, and a socket is named for what it is',
  async () => {
    put('d/a.yaml', pod('a'));
    spawnSync('mkfifo', [join(folder, 'd/pipe.yaml')]);
    symlinkSync('/dev/zero', join(folder, 'd/zero.yaml'));
    const server = createServer().listen(join(folder, 'socket.yaml'));
    await once(server, 'listening');
    const create = (...argv: string[]) =>
      spawnSync(process.execPath, [MAIN, 'create', '--dry-run=client', ...argv], {
        cwd: folder,
        encoding: 'utf8',
        input: '',
      });
    expect(validate('d')).toEqual({ status: 0, stdout: '1 manifest: no errors\n', stderr: '' });
    expect(create('-f', 'd')).toMatchObject({ status: 0, stdout: 'pod/a created (dry run)\n', stderr: '' });
    expect(validate('socket.yaml')).toMatchObject({
      status: 2,
      stderr: 'pod-patterns: socket.yaml: is a socket and cannot be read\n',
    });
    expect(create('-f', 'socket.yaml')).toMatchObject({
      status: 1,
      stderr: 'error: open socket.yaml: no such device or address\n',
    });
    server.close();
  },
);

test('a file that is too large is refused before it is read', () => {
  put('large.yaml', '');
  truncateSync(join(folder, 'large.yaml'), 2 ** 40);
  expect(validate('large.yaml')).toMatchObject({
    status: 2,
    stderr: 'pod-patterns: large.yaml: is too large: the limit is 512 MiB\n',
  });
});

testWith(programs('yes'), 'endless standard input is given up at the limit', () => {
  const script = `yes 'a: b' | "$0" "$1" validate -; yes 'a: b' | "$0" "$1" create --dry-run=client -f -`;
  const { stderr } = spawnSync('sh', ['-c', script, process.execPath, MAIN], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stderr).toBe(
    'pod-patterns: <stdin>: is too large: the limit is 512 MiB\nerror: STDIN is too large: the limit is 512 MiB\n',
  );
});

testWith(programs('mkfifo'), 'a pipe in a folder is not read', () => {
  put('k8s/a.yaml', pod('a'));
  spawnSync('mkfifo', [join(folder, 'k8s/pipe.yaml')]);
  expect(validate('k8s')).toEqual({ status: 0, stdout: '1 manifest: no errors\n', stderr: '' });
});

testWith(programs('head'), 'a reader that has seen enough does not change the exit code', () => {
  put('a.yaml', `${pod('A')}---\n`.repeat(2_000));
  const script = '{ "$0" "$1" validate a.yaml; echo $? > code; } | head -1';
  const { stdout, stderr } = spawnSync('sh', ['-c', script, process.execPath, MAIN], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect([stdout.split('\n').length, stderr, readFileSync(join(folder, 'code'), 'utf8')]).toEqual([
    2,
    '',
    '1\n',
  ]);
});

testWith(
  [FULL_DEVICE],
  'commands of kubectl end in an error of their own if the output cannot be written',
  () => {
    const script = '"$0" "$1" run a --image=nginx --dry-run=client -o yaml > /dev/full';
    const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, MAIN], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, 'pod-patterns: cannot write the output: no space left on device\n']);
  },
);

test('a report in a file is whole, and leaves no other file behind', () => {
  put('a.yaml', pod('a'));
  put('real/old.txt', 'old');
  symlinkSync('real/old.txt', join(folder, 'link.txt'));
  expect(validate('-o', 'report.txt', 'a.yaml')).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toBe('1 manifest: no errors\n');
  expect(validate('-o', 'link.txt', 'a.yaml').status).toBe(0);
  expect(readFileSync(join(folder, 'real/old.txt'), 'utf8')).toBe('1 manifest: no errors\n');
  expect(validate('-o', '/dev/null', 'a.yaml')).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(validate('-o', 'nope/report.txt', 'a.yaml')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('its folder does not exist'),
  });
  expect(readdirSync(folder).sort()).toEqual(['.git', 'a.yaml', 'link.txt', 'real', 'report.txt']);
});

testWith(programs('bash', 'cat'), 'a pipe is read, once', () => {
  put('a.yaml', pod('a', 'nginx'));
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-c', `"${process.execPath}" "${MAIN}" validate --summary <(cat a.yaml)`],
    { cwd: folder, encoding: 'utf8' },
  );
  expect([status, stdout, stderr]).toEqual([0, expect.stringContaining('1 warning image-tag'), '']);
});

testWith([FULL_DEVICE], 'a report for which there is no room is reported', () => {
  put('a.yaml', pod('a'));
  const { status, stderr } = spawnSync(
    '/bin/sh',
    ['-c', `"${process.execPath}" "${MAIN}" validate a.yaml > /dev/full`],
    { cwd: folder, encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([2, 'pod-patterns: cannot write the output: no space left on device\n']);
  expect(validate('-o', '/dev/full', 'a.yaml')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'pod-patterns: cannot write the output: no space left on device\n',
  });
});

testWith(programs('head'), 'a reader that has seen enough is no error', () => {
  put('many.yaml', Array.from({ length: 3000 }, (_, number) => pod(`a${number}`, 'nginx')).join('---\n'));
  const { stdout, stderr } = spawnSync(
    '/bin/sh',
    ['-c', `"${process.execPath}" "${MAIN}" validate many.yaml | head -n 1`],
    { cwd: folder, encoding: 'utf8' },
  );
  expect([stdout, stderr]).toEqual(['many.yaml:4:40: warning: image-tag in Pod a0\n', '']);
});

test('a large file is judged in parts, and one without separators is too large', () => {
  put('many.yaml', Array.from({ length: 20_000 }, (_, number) => pod(`a${number}`)).join('---\n'));
  expect(validate('many.yaml')).toEqual({ status: 0, stdout: '20000 manifests: no errors\n', stderr: '' });
  put('one.yaml', `a: ${'x'.repeat(17 * 1024 * 1024)}`);
  expect(validate('one.yaml')).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('characters: the limit is 16777216'),
  });
});

describe('watching', () => {
  let child: ChildProcess;
  let said = '';
  let seen = 0;

  function watch(...argv: string[]): void {
    [said, seen] = ['', 0];
    child = spawn(process.execPath, [MAIN, 'validate', ...RULES, '--watch', ...argv], { cwd: folder });
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on('data', (data: Buffer) => {
        said += String(data);
      });
    }
  }

  /** Waits until something is said that has not been seen before. */
  async function until(text: string): Promise<void> {
    while (said.indexOf(text, seen) < 0) {
      if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode} after: ${said}`);
      await new Promise((done) => setTimeout(done, 20));
    }
    seen = said.indexOf(text, seen) + text.length;
  }

  const end = (signal: NodeJS.Signals) =>
    new Promise((ended) => {
      child.once('exit', (code) => ended(code));
      child.kill(signal);
    });

  afterEach(() => void child.kill('SIGKILL'));

  test('sees files that change, come, go and are replaced, and ends when interrupted', async () => {
    put('k8s/a.yaml', pod('a'));
    watch('k8s');
    await until('watching k8s');
    put('k8s/a.yaml', pod('a', 'nginx'));
    await until('image-tag in Pod a');
    put('k8s/new/b.yaml', 'kind: [');
    await until('yaml-syntax');
    put('k8s/new/b.yaml', pod('b'));
    await until('resolved: k8s/new/b.yaml: yaml-syntax');
    put('.a.yaml.swp', pod('a'));
    renameSync(join(folder, '.a.yaml.swp'), join(folder, 'k8s/a.yaml'));
    await until('resolved: k8s/a.yaml: image-tag');
    rmSync(join(folder, 'k8s/new'), { recursive: true });
    await until('1 manifest: no errors');
    expect(await end('SIGINT')).toBe(0);
  });

  test('goes on where a file goes and comes back', async () => {
    put('a.yaml', pod('a', 'nginx'));
    watch('a.yaml');
    await until('watching a.yaml');
    rmSync(join(folder, 'a.yaml'));
    await until('no such file or directory');
    put('a.yaml', pod('a'));
    await until('1 manifest: no errors');
    expect(await end('SIGINT')).toBe(0);
  });

  test('goes on where a folder goes', async () => {
    put('k8s/a.yaml', pod('a', 'nginx'));
    watch('k8s');
    await until('watching k8s');
    rmSync(join(folder, 'k8s'), { recursive: true });
    await until('no such file or directory');
    expect(await end('SIGTERM')).toBe(2);
  });

  test('ends with 1 where there are errors, and keeps its report', async () => {
    put('a.yaml', 'kind: [');
    watch('--format=json', '-o', 'report.json', 'a.yaml');
    await until('watching a.yaml');
    expect(await end('SIGTERM')).toBe(1);
    expect(existsSync(join(folder, 'report.json'))).toBe(true);
  });
});
