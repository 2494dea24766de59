import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogSidecar, PodTemplate } from '../../lib';
import { ContainerRun } from '../support/container-run';
import { describeInShells } from '../support/programs';

const sidecar = (files: string[]) =>
  new PodTemplate({ main: { name: 'app', image: 'app' }, patterns: [new LogSidecar({ files })] })
    .initContainers[0];

/** Root may read everything, so that tests of permissions run as another user then. */
const NOBODY = process.getuid!() === 0 ? 65534 : undefined;

const folder = () => mkdtempSync(join(tmpdir(), 'logs-'));

describeInShells('in', (shell) => {
  test('lines from before, at and after the start are shipped, and SIGTERM ends it in time with the last one', async () => {
    const file = join(folder(), 'app.log');
    writeFileSync(file, 'before\n');
    const run = new ContainerRun(sidecar([file]), shell);
    appendFileSync(file, 'at\n');
    await run.until(() => run.stdout.includes('at\n'));
    appendFileSync(file, 'after\n');
    await run.until(() => run.stdout.includes('after\n'));
    appendFileSync(file, 'last\n');
    run.process.kill('SIGTERM');
    const { code, seconds } = await run.end();
    expect(run.stdout).toBe('before\nat\nafter\nlast\n');
    expect(code).toBe(0);
    expect(seconds).toBeLessThan(3);
  });

  test('a file that comes late, and one that is replaced, are followed', async () => {
    const logs = folder();
    const [late, rotated] = [join(logs, 'late.log'), join(logs, 'rotated.log')];
    writeFileSync(rotated, 'old\n');
    const run = new ContainerRun(sidecar([late, rotated]), shell);
    await run.until(() => run.stdout.includes('old\n'));
    writeFileSync(late, 'late\n');
    await run.until(() => run.stdout.includes('late\n'));
    renameSync(rotated, `${rotated}.1`);
    writeFileSync(rotated, 'new\n');
    await run.until(() => run.stdout.includes('new\n'));
    run.process.kill('SIGTERM');
    expect((await run.end()).code).toBe(0);
    expect(run.stdout + run.stderr).not.toMatch(/tail:/);
  });

  test('a file that may not be read is told once, and followed as soon as it may', async () => {
    const logs = folder();
    chmodSync(logs, 0o755);
    const file = join(logs, 'app.log');
    writeFileSync(file, 'secret\n', { mode: 0o600 });
    if (process.getuid!() !== 0) chmodSync(file, 0);
    const run = new ContainerRun(sidecar([file]), shell, NOBODY);
    await run.until(() => run.stderr !== '');
    await new Promise((resolve) => {
      setTimeout(resolve, 1500);
    });
    expect(run.stderr).toMatch(new RegExp(`^log-sidecar: user \\d+ may not read ${file}\n$`));
    chmodSync(file, 0o644);
    await run.until(() => run.stdout === 'secret\n');
    await run.stop();
  });

  test('hostile names of folders and files are just names', async () => {
    const names = [
      'a b',
      "it's",
      '"quoted"',
      '$(touch pwned)',
      '$HOME',
      '$$',
      '`id`',
      '-n',
      'ü',
      'new\nline',
      '*',
      '\\n',
      '$((1))',
    ];
    const files = names.map((name) => {
      const logs = join(folder(), name);
      mkdirSync(logs);
      writeFileSync(join(logs, name), `in ${JSON.stringify(name)}\n`);
      return join(logs, name);
    });
    const run = new ContainerRun(sidecar(files), shell);
    const lines = names.map((name) => `in ${JSON.stringify(name)}`);
    await run.until(() => lines.every((line) => run.stdout.includes(line)));
    await run.stop();
    expect(run.stdout.trimEnd().split('\n').sort()).toEqual(lines.sort());
    expect(run.stderr).toBe('');
  });
});
