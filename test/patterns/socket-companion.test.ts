import { mkdtempSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duration, Size } from 'cdk8s';
import {
  PodTemplate,
  type PodTemplateProps,
  Probe,
  SocketCompanion,
  type SocketCompanionOptions,
} from '../../lib';
import { ContainerRun } from '../support/container-run';
import { podErrors, restrictedMain } from '../support/judged-pod';
import { describeInShells } from '../support/programs';
import { atLine } from '../support/at-line';

const main = { name: 'app', image: 'app' };
const container = { name: 'proxy', image: 'proxy' };
const socket = '/run/sql/db.sock';
const pod = (options: Partial<SocketCompanionOptions> = {}, props: Partial<PodTemplateProps> = {}) =>
  new PodTemplate({ main, ...props, patterns: [new SocketCompanion({ container, socket, ...options })] });
const mounts = (template: PodTemplate) =>
  [...template.initContainers, ...template.containers].map(({ volumeMounts }) => volumeMounts);

test('main starts when the companion has made its socket, and can connect only', () => {
  expect(pod().toSpec()).toEqual({
    containers: [{ ...main, volumeMounts: [{ name: 'socket', mountPath: '/run/sql', readOnly: true }] }],
    initContainers: [
      {
        ...container,
        restartPolicy: 'Always',
        startupProbe: { exec: { command: ['test', '-S', socket] }, periodSeconds: 1, failureThreshold: 60 },
        volumeMounts: [{ name: 'socket', mountPath: '/run/sql' }],
      },
    ],
    volumes: [{ name: 'socket', emptyDir: { sizeLimit: '16Mi' } }],
  });
});

test('main makes the socket: nothing waits for it, and the companion can connect only', () => {
  const { containers, initContainers } = pod({ listener: 'main' }).toSpec();
  expect(containers[0].volumeMounts).toEqual([{ name: 'socket', mountPath: '/run/sql' }]);
  expect(initContainers).toEqual([
    {
      ...container,
      restartPolicy: 'Always',
      volumeMounts: [{ name: 'socket', mountPath: '/run/sql', readOnly: true }],
    },
  ]);
});

test.each(['companion', 'main'] as const)('both write on request, %s listens', (listener) => {
  const writable = [{ name: 'socket', mountPath: '/run/sql' }];
  expect(mounts(pod({ listener, readOnly: false }))).toEqual([writable, writable]);
});

test('a classic container gates nothing', () => {
  const { containers, initContainers } = pod({ native: false }).toSpec();
  expect(containers[1]).toEqual({ ...container, volumeMounts: [{ name: 'socket', mountPath: '/run/sql' }] });
  expect(initContainers).toBeUndefined();
});

test('a startup probe of your own, in either place', () => {
  const startupProbe = Probe.httpGet('/startup', 9090);
  for (const options of [{ startupProbe }, { container: { ...container, startupProbe } }]) {
    expect(pod(options).initContainers[0].startupProbe).toEqual(startupProbe);
  }
});

test('an image without programs is waited for by an init container, before those of the user', () => {
  const { initContainers } = pod(
    { wait: { image: 'alpine:3', timeout: Duration.minutes(2) } },
    { initContainers: [{ name: 'migrate' }] },
  ).toSpec();
  expect(initContainers!.map(({ name, image }) => [name, image])).toEqual([
    ['proxy', 'proxy'],
    ['wait-for-proxy', 'alpine:3'],
    ['migrate', undefined],
  ]);
  expect(initContainers![0].startupProbe).toBeUndefined();
  expect(initContainers![1]).toMatchObject({
    args: ['120', '1', 'unix:///run/sql/db.sock'],
    volumeMounts: [{ name: 'socket', mountPath: '/run/sql', readOnly: true }],
  });
});

test('the volume can be a tmpfs, have another limit, or be one of yours', () => {
  expect(pod({ medium: 'Memory', sizeLimit: Size.mebibytes(1) }).volumes).toEqual([
    { name: 'socket', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } },
  ]);
  const volume = { name: 'agent', hostPath: { path: '/run/agent' } };
  expect(pod({ volume }, { volumes: [volume] }).volumes).toEqual([volume]);
});

test('a mount that main has there, or above, is used as it is', () => {
  const volumeMounts = [{ name: 'run', mountPath: '/run' }];
  expect(
    mounts(pod({}, { main: { ...main, volumeMounts }, volumes: [{ name: 'run', emptyDir: {} }] })),
  ).toEqual([volumeMounts, volumeMounts]);
});

test('main is told where the socket is', () => {
  const mainEnv = [{ name: 'DB_SOCKET', value: socket }];
  expect(pod({ mainEnv }).main.env).toEqual(mainEnv);
  expect(() => pod({ mainEnv }, { main: { ...main, env: mainEnv } })).toThrow(
    atLine('SocketCompanion: "mainEnv" sets DB_SOCKET, which container "app" already sets'),
  );
});

test('several stack: each directory has a volume, one that is shared has one', () => {
  const template = new PodTemplate({ main });
  for (const [name, path] of [
    ['a', '/run/a/a.sock'],
    ['b', '/run/b/b.sock'],
    ['c', '/run/a/c.sock'],
  ]) {
    template.add(new SocketCompanion({ container: { name, image: name }, socket: path }));
  }
  expect(template.volumes.map(({ name }) => name)).toEqual(['socket', 'socket-2']);
  expect(template.initContainers.map(({ volumeMounts }) => volumeMounts)).toEqual([
    [{ name: 'socket', mountPath: '/run/a' }],
    [{ name: 'socket-2', mountPath: '/run/b' }],
    [{ name: 'socket', mountPath: '/run/a' }],
  ]);
});

test('a companion that has the volume elsewhere says itself when it listens', () => {
  const elsewhere = { ...container, volumeMounts: [{ name: 'socket', mountPath: '/cloudsql' }] };
  expect(() => pod({ container: elsewhere })).toThrow(
    atLine(
      'SocketCompanion: "proxy" mounts volume "socket" at /cloudsql, not at /run/sql: set a "startupProbe"',
    ),
  );
  expect(pod({ container: elsewhere, wait: {} }).initContainers[0].volumeMounts).toEqual(
    elsewhere.volumeMounts,
  );
});

test('a main container that may not write makes no socket', () => {
  const props = { main: { ...main, volumeMounts: [{ name: 'run', mountPath: '/run/sql', readOnly: true }] } };
  expect(() => pod({ listener: 'main' }, props)).toThrow(
    atLine('SocketCompanion: "app" creates /run/sql/db.sock, but mounts /run/sql read-only'),
  );
});

const LEGAL = [{ native: true }, { native: false }, { wait: {} }, { listener: 'main' as const }];
test.each(LEGAL)('a Pod under the restricted level stays there: %j', (options) => {
  expect(
    podErrors([new SocketCompanion({ container: { ...restrictedMain, name: 'proxy' }, socket, ...options })]),
  ).toEqual([]);
});

test.each([
  [
    { socket: 'app.sock' },
    'SocketCompanion: "socket" is "app.sock": use an absolute path such as "/run/app/app.sock"',
  ],
  [{ socket: '/run/../app.sock' }, 'SocketCompanion: "socket" is "/run/../app.sock": use an absolute path'],
  [
    { socket: '/app.sock' },
    'SocketCompanion: the directory of "socket" is "/": use an absolute path below "/"',
  ],
  [
    { socket: `/run/app/${'ü'.repeat(50)}` },
    'SocketCompanion: "socket" is 109 bytes long: Linux allows at most 107',
  ],
  [{ listener: 'main', wait: {} }, 'SocketCompanion: "wait" would never finish'],
  [{ native: false, wait: {} }, 'SocketCompanion: "wait" would never finish'],
  [{ wait: { timeout: Duration.seconds(0) } }, 'SocketCompanion: "wait.timeout" is 0 seconds'],
] as const)('%j is refused', (options, message) => {
  expect(() => new SocketCompanion({ container, socket, ...options })).toThrow(atLine(message));
});

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

async function listen(path: string): Promise<void> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(path, resolve);
  });
}

const HOSTILE = [
  'plain',
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

describeInShells('in', (shell) => {
  const waiting = (path: string, seconds = 15) =>
    new ContainerRun(
      pod({ socket: path, wait: { timeout: Duration.seconds(seconds) } }).initContainers[1],
      shell,
    );

  test('the wait ends when the socket is there, whatever it is called', async () => {
    await Promise.all(
      HOSTILE.map(async (name) => {
        const path = join(mkdtempSync(join(tmpdir(), 's')), name);
        const run = waiting(path);
        await run.until(() => run.stdout === `waiting for unix://${path}\n`);
        await listen(path);
        expect((await run.end()).code).toBe(0);
        expect([run.stdout, run.stderr]).toEqual([
          `waiting for unix://${path}\nunix://${path} is there\n`,
          '',
        ]);
      }),
    );
  });

  test('a directory is no socket, and the wait is bounded', async () => {
    const run = waiting(mkdtempSync(join(tmpdir(), 's')), 1);
    expect((await run.end()).code).toBe(1);
    expect(run.stderr).toMatch(/^gave up waiting for .* after 1 s\n$/);
  });

  test('the startup probe passes when the socket is there', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 's')), '-n "ü"');
    const [program, ...args] = pod({ socket: path }).initContainers[0].startupProbe!.exec!.command!;
    const probe = () =>
      execFileSync(shell.command, ['-c', '"$@"', 'sh', program, ...args], { env: shell.env });
    expect(probe).toThrow();
    await listen(path);
    expect(probe).not.toThrow();
  });
});
