import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Ambassadors } from '../../../lib';
import { ContainerRun } from '../../support/container-run';
import { describeInShells, type Shell } from '../../support/programs';

const companion = Ambassadors.twemproxy({
  pools: [
    { name: 'a', port: 6380, servers: [{ host: 'redis' }], password: { name: 'redis', key: 'a' } },
    { name: 'b', port: 6381, servers: [{ host: 'redis' }], password: { name: 'redis', key: 'b' } },
  ],
});

/** Ends with SIGINT alone, and with exit code 1, as nutcracker does. */
const NUTCRACKER = `
process.on('SIGTERM', () => undefined).on('SIGINT', () => process.exit(1));
console.log('started');
setTimeout(() => process.exit(3), Number(process.env.LIFETIME ?? 60000));
`;

/** Starts the container with a program in place of nutcracker, and a folder in place of its volumes. */
function start(shell: Shell, env: { readonly [name: string]: string }) {
  const folder = mkdtempSync(join(tmpdir(), 'twemproxy-'));
  const [config, rendered] = [join(folder, 'config'), join(folder, 'rendered')];
  [config, rendered].forEach((path) => mkdirSync(path));
  writeFileSync(join(config, 'nutcracker.yml'), companion.toConfigFiles()['nutcracker.yml']);
  writeFileSync(join(folder, 'program.js'), NUTCRACKER);
  const program = `#!${shell.command}\nexec '${process.execPath}' '${folder}/program.js'\n`;
  writeFileSync(join(folder, 'nutcracker'), program, { mode: 0o755 });
  const container = companion.toContainer();
  const command = container.command!.map((word) =>
    word.replaceAll('/etc/twemproxy', config).replaceAll('/run/twemproxy', rendered),
  );
  const path = `${folder}:${shell.env.PATH}`;
  const run = new ContainerRun(
    { ...container, command },
    { ...shell, env: { ...shell.env, ...env, PATH: path } },
  );
  return { run, file: join(rendered, 'nutcracker.yml') };
}

describeInShells('in', (shell) => {
  test('passwords are written as they are, whatever they contain', async () => {
    const [a, b] = [`it's "a\\ b": #&x $HOME \`id\` %s {}`, `''`];
    const { run, file } = start(shell, { REDIS_AUTH_0: a, REDIS_AUTH_1: b });
    await run.until(() => run.stdout.includes('started'));
    const pools = parse(readFileSync(file, 'utf8'));
    expect([pools.a.redis_auth, pools.b.redis_auth]).toEqual([a, b]);
    expect(pools.a.servers).toEqual(['redis:6379:1']);
    await run.stop();
  });

  test('a password with a line break is refused', async () => {
    const { run } = start(shell, { REDIS_AUTH_0: 'a', REDIS_AUTH_1: 'b\n' });
    expect((await run.end()).code).toBe(1);
    expect(run.stderr).toContain('REDIS_AUTH_1 contains a line break');
  });

  test('SIGTERM ends it with exit code 0', async () => {
    const { run } = start(shell, { REDIS_AUTH_0: 'a', REDIS_AUTH_1: 'b' });
    await run.until(() => run.stdout.includes('started'));
    run.process.kill('SIGTERM');
    const { code, seconds } = await run.end();
    expect(code).toBe(0);
    expect(seconds).toBeLessThan(3);
  });

  test('it ends with the exit code of nutcracker that ends by itself', async () => {
    const { run } = start(shell, { REDIS_AUTH_0: 'a', REDIS_AUTH_1: 'b', LIFETIME: '100' });
    expect((await run.end()).code).toBe(3);
  });
});
