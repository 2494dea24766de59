import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server, Socket } from 'node:net';
import { existsSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duration } from 'cdk8s';
import { Dependency, InitGate, PodTemplate } from '../../lib';
import { ContainerRun } from '../support/container-run';
import { anyProgram, programs, testWith, which } from '../support/needs';
import { describeInShells } from '../support/programs';

const gate = (waitFor: Dependency[], seconds = 20) =>
  new PodTemplate({
    main: { name: 'app', image: 'app' },
    patterns: [new InitGate({ waitFor, timeout: Duration.seconds(seconds), interval: Duration.seconds(1) })],
  }).initContainers[0];

const open: (Server | Socket)[] = [];
afterEach(() => open.splice(0).forEach((end) => (end instanceof Socket ? end.destroy() : end.close())));

async function listen(server: Server, port = 0): Promise<number> {
  open.push(server);
  server.on('connection', (socket) => open.push(socket));
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

/**
 * A port that nothing listens on, below those that a client's own end gets: else it could connect to itself.
 */
async function freePort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  const server = createServer();
  await listen(server, port);
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

describeInShells(
  'tcp in',
  (shell) => {
    test('passes when the port opens, even where the server neither speaks nor hangs up', async () => {
      const port = await freePort();
      const run = new ContainerRun(gate([Dependency.tcp('127.0.0.1', port)]), shell);
      await run.until(() => run.stdout === `waiting for tcp://127.0.0.1:${port}\n`);
      await listen(
        createServer(() => undefined),
        port,
      );
      expect((await run.end()).code).toBe(0);
      expect(run.stdout).toBe(`waiting for tcp://127.0.0.1:${port}\ntcp://127.0.0.1:${port} is there\n`);
      expect(run.stderr).toBe('');
    });

    test('ends with exit code 1 at its timeout', async () => {
      const port = await freePort();
      const run = new ContainerRun(gate([Dependency.tcp('127.0.0.1', port)], 2), shell);
      const { code, seconds } = await run.end();
      expect(code).toBe(1);
      expect(seconds).toBeGreaterThan(1);
      expect(seconds).toBeLessThan(4);
      expect(run.stderr).toBe(`gave up waiting for tcp://127.0.0.1:${port} after 2 s\n`);
    });

    test('SIGTERM ends it within 3 seconds', async () => {
      const run = new ContainerRun(gate([Dependency.tcp('127.0.0.1', await freePort())]), shell);
      await run.until(() => run.stdout !== '');
      run.process.kill('SIGTERM');
      const { code, seconds } = await run.end();
      expect(code).toBe(143);
      expect(seconds).toBeLessThan(3);
    });
  },
  programs('nc'),
);

describeInShells('in', (shell) => {
  const client = shell.usesMachine ? [anyProgram('curl', 'wget')] : [];
  const resolver = shell.usesMachine ? [anyProgram('nslookup', 'getent')] : [];

  testWith(client, 'http passes on success only', async () => {
    let status = 503;
    const port = await listen(createHttpServer((_, response) => response.writeHead(status).end()));
    const run = new ContainerRun(gate([Dependency.http(`http://127.0.0.1:${port}/healthz`)]), shell);
    await run.until(() => run.stdout.startsWith('waiting'));
    await new Promise((resolve) => {
      setTimeout(resolve, 1500);
    });
    expect(run.stdout).not.toContain('is there');
    status = 200;
    expect((await run.end()).code).toBe(0);
  });

  testWith(client, 'an answer that never comes is cut short', async () => {
    const port = await listen(createServer(() => undefined));
    const run = new ContainerRun(gate([Dependency.http(`http://127.0.0.1:${port}/`)], 2), shell);
    const { code, seconds } = await run.end();
    expect(code).toBe(1);
    expect(seconds).toBeLessThan(4);
  });

  testWith(
    resolver,
    'hostile host names are just names',
    async () => {
      const marker = join(mkdtempSync(join(tmpdir(), 'gate-')), 'pwned');
      const hosts = [
        `a b; touch ${marker}`,
        `$(touch ${marker})`,
        `\`touch ${marker}\``,
        '"',
        "'",
        '-x',
        'ü',
        'a\nb',
        '*',
        '$$',
        '\\',
      ];
      await Promise.all(
        hosts.map(async (host) => {
          const run = new ContainerRun(gate([Dependency.dns(host)], 1), shell);
          const { code } = await run.end();
          expect([code, run.stdout]).toEqual([1, `waiting for dns://${host}\n`]);
        }),
      );
      expect(existsSync(marker)).toBe(false);
    },
    20_000,
  );
});

describe.each([
  [Dependency.tcp('127.0.0.1', 1), 'nc'],
  [Dependency.dns('a'), 'nslookup getent'],
  [Dependency.http('http://a'), 'wget curl'],
])('%j', (dependency, tools) => {
  testWith(
    programs('dash', 'date', 'expr', 'sleep'),
    'ends at once in an image that lacks the tool for it',
    async () => {
      const bare = mkdtempSync(join(tmpdir(), 'bare-'));
      for (const tool of ['date', 'expr', 'sleep']) symlinkSync(which(tool)!, join(bare, tool));
      const run = new ContainerRun(gate([dependency]), {
        name: 'bare',
        command: which('dash')!,
        env: { PATH: bare },
        usesMachine: true,
      });
      expect((await run.end()).code).toBe(127);
      expect(run.stderr).toBe(`cannot wait for ${dependency.uri}: the image has no ${tools}\n`);
    },
  );
});
