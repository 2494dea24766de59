import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duration } from 'cdk8s';
import { ConfigReloader, type ConfigReloaderOptions, PodTemplate, type PodTemplateProps } from '../../lib';
import { ContainerRun } from '../support/container-run';
import { podErrors, restrictedMain } from '../support/judged-pod';
import { anyProgram, testWith } from '../support/needs';
import { describeInShells } from '../support/programs';
import { atLine } from '../support/at-line';

const volumeMounts = [{ name: 'config', mountPath: '/etc/app' }];
const volumes = [{ name: 'config', configMap: { name: 'config' } }];
const main = { name: 'app', image: 'app', volumeMounts };
const template = (options: Partial<ConfigReloaderOptions>, props: Partial<PodTemplateProps> = {}) =>
  new PodTemplate({
    main,
    volumes,
    ...props,
    patterns: [new ConfigReloader({ watch: ['/etc/app'], ...options })],
  });

describe('ConfigReloader', () => {
  test('a native sidecar that reads what main reads, and signals among shared processes', () => {
    const {
      containers,
      initContainers,
      shareProcessNamespace,
      volumes: all,
    } = template({ process: 'nginx' }).toSpec();
    expect([containers, all, shareProcessNamespace]).toEqual([[main], volumes, true]);
    expect(initContainers).toEqual([
      expect.objectContaining({
        name: 'config-reloader',
        restartPolicy: 'Always',
        args: ['5', 'nginx', 'HUP', '/etc/app'],
        volumeMounts: [{ ...volumeMounts[0], readOnly: true }],
      }),
    ]);
  });

  test('a call shares no processes', () => {
    const spec = template({ url: 'http://localhost:9090/-/reload' }).toSpec();
    expect(spec).not.toHaveProperty('shareProcessNamespace');
    expect(spec.initContainers![0].args).toEqual(['5', 'http://localhost:9090/-/reload', 'POST', '/etc/app']);
  });

  test('every default can be replaced', () => {
    const { containers, initContainers } = template({
      process: 'app',
      signal: 'SIGUSR1',
      interval: Duration.minutes(1),
      name: 'watch',
      image: 'alpine:3',
      resources: {},
      securityContext: { runAsUser: 5 },
      native: false,
    }).toSpec();
    expect(initContainers).toBeUndefined();
    expect(containers[1]).toMatchObject({
      name: 'watch',
      image: 'alpine:3',
      resources: {},
      securityContext: { runAsUser: 5 },
      args: ['60', 'app', 'USR1', '/etc/app'],
    });
  });

  test('it mounts a volume in main, too', () => {
    const spec = template(
      { url: 'http://localhost', volume: { name: 'c', configMap: { name: 'c' } } },
      { main: { name: 'app' }, volumes: [] },
    ).toSpec();
    expect(spec.volumes).toEqual([{ name: 'c', configMap: { name: 'c' } }]);
    expect(spec.containers[0].volumeMounts).toEqual([{ name: 'c', mountPath: '/etc/app', readOnly: true }]);
    expect(spec.initContainers![0].volumeMounts).toEqual([
      { name: 'c', mountPath: '/etc/app', readOnly: true },
    ]);
  });

  test('it runs as the user that main runs as, so that it may signal it', () => {
    expect(
      template({ process: 'app' }, { main: { ...main, securityContext: { runAsUser: 5 } } }).initContainers[0]
        .securityContext,
    ).toMatchObject({ runAsUser: 5 });
  });

  test('a container of your own needs nobody to tell', () => {
    const container = {
      name: 'own',
      image: 'ghcr.io/jimmidyson/configmap-reload:v0.15.0',
      args: ['--volume-dir=/etc/app'],
    };
    expect(template({ container }).initContainers).toEqual([
      { ...container, restartPolicy: 'Always', volumeMounts: [{ ...volumeMounts[0], readOnly: true }] },
    ]);
  });

  test('several stack, under the restricted level', () => {
    const props = { main: { ...restrictedMain, volumeMounts }, volumes };
    const both = [
      new ConfigReloader({ watch: ['/etc/app'], process: 'app' }),
      new ConfigReloader({ watch: ['/etc/app'], url: 'http://localhost/' }),
    ];
    expect(podErrors(both, props)).toEqual([]);
    expect(
      podErrors([new ConfigReloader({ watch: ['/etc/app'], process: 'app', native: false })], props),
    ).toEqual([]);
  });

  test.each<[Partial<ConfigReloaderOptions>, string]>([
    [{ watch: [], process: 'a' }, '"watch" is empty: specify the directories to watch'],
    [{ watch: ['a'], process: 'a' }, '"watch" is "a": use an absolute path below "/"'],
    [
      { watch: ['/a', '/b'], process: 'a', volume: { name: 'v' } },
      'one "volume" cannot serve several directories',
    ],
    [{}, 'nothing to notify: set the "process" to signal, or the "url" to call'],
    [{ container: { name: 'c' } }, 'nothing to notify'],
    [{ process: 'a', url: 'http://a' }, '"process" and "url" are both set'],
    [{ process: 'sixteen-letters-' }, '"process" is "sixteen-letters-": use its name in /proc/PID/comm'],
    [{ url: 'localhost' }, '"url" is "localhost": start it with http:// or https://'],
    [{ url: 'http://a', signal: 'SIGHUP' }, '"signal" requires "process"'],
    [{ process: 'a', method: 'GET' }, '"method" requires "url"'],
    [{ url: 'http://a', method: 'PUT' }, 'busybox does not support PUT: set an "image" with curl'],
    [{ process: 'a', interval: Duration.seconds(0) }, '"interval" is 0 seconds: use at least one'],
  ])('%j is refused', (options, message) => {
    expect(() => template(options)).toThrow(atLine(`ConfigReloader: ${message}`));
  });

  test.each<[string, Partial<PodTemplateProps>, string]>([
    [
      'nothing',
      { main: { name: 'app' } },
      'container "app" has no mount at "/etc/app": mount a volume there first, or set "volume"',
    ],
    [
      'a subPath',
      { main: { ...main, volumeMounts: [{ ...volumeMounts[0], subPath: 'a' }] } },
      'with subPath, which is never updated: mount the whole volume, or select its "items"',
    ],
    ['no shared processes', { shareProcessNamespace: false }, 'the Pod has shareProcessNamespace: false'],
    ['processes of the node', { hostPid: true }, 'the Pod has hostPID'],
  ])('a Pod with %s is refused', (_, props, message) => {
    expect(() => template({ process: 'app' }, props)).toThrow(message);
  });
});

/** A folder as the kubelet makes one of a ConfigMap. */
class ConfigMapVolume {
  readonly path: string;
  private version = 0;

  constructor(name = 'config') {
    this.path = join(mkdtempSync(join(tmpdir(), 'reload-')), name);
    mkdirSync(this.path);
    this.update('first');
    symlinkSync('..data/app.conf', join(this.path, 'app.conf'));
  }

  update(text: string): void {
    const old = `..${this.version++}`;
    const next = `..${this.version}`;
    mkdirSync(join(this.path, next));
    writeFileSync(join(this.path, next, 'app.conf'), text);
    symlinkSync(next, join(this.path, '..data_tmp'));
    renameSync(join(this.path, '..data_tmp'), join(this.path, '..data'));
    rmSync(join(this.path, old), { recursive: true, force: true });
  }
}

const HOSTILE = ['a b', "it's", '$(touch x)', '"', '-rf', 'ü', 'new\nline', '*', '\\n', '`id`'];
const open: (Server | ChildProcess)[] = [];
afterEach(() =>
  open
    .splice(0)
    .forEach((end) => ('kill' in end ? end.kill('SIGKILL') : (end.closeAllConnections(), end.close()))),
);

/** Counts HUPs of a process of its own name, whose child has the name too. */
function signalled(name: string): { readonly child: ChildProcess; hups: number } {
  const link = join(mkdtempSync(join(tmpdir(), 'process-')), name);
  symlinkSync(process.execPath, link);
  const title = `process.title = ${JSON.stringify(name)};`;
  const worker = `${title} const parent = process.ppid; process.on("SIGHUP", () => console.log("hup of worker")); setInterval(() => { if (process.ppid !== parent) process.exit(); }, 100)`;
  const code = `${title} process.on("SIGHUP", () => console.log("hup")); require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(worker)}], { stdio: "inherit" })`;
  const child = spawn(link, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  open.push(child);
  const state = { child, hups: 0 };
  child.stdout!.on('data', (data) => {
    state.hups += String(data).split('hup').length - 1;
  });
  return state;
}

async function listen(answer: (method: string, url: string) => number): Promise<string> {
  const server = createServer(({ method, url }, response) => {
    const status = answer(method!, url!);
    if (status) response.writeHead(status).end();
  });
  open.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describeInShells('in', (shell) => {
  const client = shell.usesMachine ? [anyProgram('curl', 'wget')] : [];
  const start = (folders: string[], options: Partial<ConfigReloaderOptions>) =>
    new ContainerRun(
      new PodTemplate({
        main: {
          name: 'app',
          volumeMounts: folders.map((mountPath, index) => ({ name: `v${index}`, mountPath })),
        },
        patterns: [new ConfigReloader({ watch: folders, interval: Duration.seconds(1), ...options })],
      }).initContainers[0],
      shell,
    );

  test('one signal for one change of a ConfigMap, and to the parent alone', async () => {
    const volume = new ConfigMapVolume();
    const target = signalled('reload-me');
    const run = start([volume.path], { process: 'reload-me' });
    await run.until(() => run.stdout === `watching ${volume.path}\n`);
    volume.update('second');
    await run.until(() => target.hups === 1);
    volume.update('second');
    await new Promise((resolve) => {
      setTimeout(resolve, 2500);
    });
    expect(target.hups).toBe(1);
    expect(run.stdout).toBe(
      `watching ${volume.path}\nsent SIGHUP to reload-me (process ${target.child.pid})\n`,
    );
    expect(run.stderr).toBe('');
    run.process.kill('SIGTERM');
    const { code, seconds } = await run.end();
    expect([code, seconds < 1]).toEqual([0, true]);
  }, 20_000);

  test('a process that is not there yet is signalled as soon as it is', async () => {
    const volume = new ConfigMapVolume();
    const run = start([volume.path], { process: 'not-there-yet' });
    await run.until(() => run.stdout !== '');
    volume.update('second');
    await run.until(() => run.stderr.startsWith('no process is called not-there-yet\ntrying again in 1 s\n'));
    const target = signalled('not-there-yet');
    await run.until(() => target.hups > 0);
    await run.stop();
  }, 20_000);

  test('names of any kind: of folders and processes', async () => {
    const folders = HOSTILE.map((name) => new ConfigMapVolume(name));
    const run = start(
      folders.map(({ path }) => path),
      { process: '$(id) "*" -9' },
    );
    await run.until(() => run.stdout.startsWith('watching'));
    folders.at(-1)!.update('second');
    await run.until(() => run.stderr.startsWith('no process is called $(id) "*" -9\n'));
    await run.stop();
  }, 20_000);

  testWith(
    client,
    'a call, and again until it succeeds',
    async () => {
      const volume = new ConfigMapVolume();
      const calls: string[] = [];
      const origin = await listen((method, url) => (calls.push(`${method} ${url}`) > 1 ? 200 : 500));
      const run = start([volume.path], { url: `${origin}/-/reload?a[]=b&c=$(id)` });
      await run.until(() => run.stdout !== '');
      volume.update('second');
      await run.until(() => run.stdout.includes('POST'));
      expect(calls).toHaveLength(2);
      expect(calls[1]).toMatch(/^POST \/-\/reload/);
      expect(run.stderr).toContain('failed\ntrying again in 1 s\n');
      await run.stop();
    },
    20_000,
  );

  testWith(
    client,
    'a GET that is never answered is cut short',
    async () => {
      const volume = new ConfigMapVolume();
      const methods: string[] = [];
      const origin = await listen((method) => methods.push(method) * 0);
      const run = start([volume.path], { url: origin, method: 'GET' });
      await run.until(() => run.stdout !== '');
      volume.update('second');
      await run.until(() => run.stderr.includes(`GET ${origin} failed\n`), 16);
      expect(methods[0]).toBe('GET');
      await run.stop();
    },
    25_000,
  );
});
