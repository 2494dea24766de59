import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { k8s } from '../../../lib';
import { type Result, run, until } from './command';
import { expand, type Variables, variablesOf } from './env';
import { type Image, imageOf, OWN_PROGRAMS, pathOf } from './images';
import { POD_IP, type Sandbox } from './sandbox';
import type { Store } from './store';

/** What the containers of a Pod have in common. */
export interface PodContext {
  readonly sandbox: Sandbox;
  readonly store: Store;
  readonly root: string;
  readonly folder: string;
  readonly spec: k8s.PodSpec;
}

/** A container that runs, as containerd would run it. */
export class ContainerProcess {
  log = '';
  /** Exit code, once it has ended. */
  readonly ended: Promise<number>;
  code?: number;
  private readonly image: Image;
  private readonly folder: string;
  private readonly environment: readonly string[];

  constructor(
    private readonly context: PodContext,
    readonly spec: k8s.Container,
    name = spec.name,
  ) {
    const { sandbox, folder, root, store } = context;
    this.image = imageOf(spec.image!);
    this.folder = join(folder, 'containers', name);
    const variables = variablesOf(spec, store);
    this.environment = this.variables(variables);
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(join(this.folder, 'layout'), this.layout());
    const line = sandbox.inside(
      ...[
        'unshare',
        '--mount',
        ...(context.spec.shareProcessNamespace ? [] : ['--pid']),
        '--fork',
        '--kill-child',
      ],
      join(__dirname, 'container.sh'),
      ...[root, this.folder, String(this.isReadOnly()), String(this.user()), this.directory()],
      ...[...this.privileges(), '--', ...this.environment, ...this.commandLine(variables)],
    );
    this.ended = this.follow(line);
  }

  /** The process ID as the machine sees it. */
  get pid(): string {
    return readFileSync(join(this.folder, 'pid'), 'utf8').trim();
  }

  async started(): Promise<void> {
    await until(
      () => `start of ${this.spec.name}\n${this.log}`,
      20,
      () =>
        Promise.resolve(existsSync(join(this.folder, 'pid')) || this.code !== undefined ? true : undefined),
    );
  }

  /** Runs a command in it, as an exec probe does. */
  exec(command: readonly string[], seconds?: number): Promise<Result> {
    const enter = ['nsenter', '--target', this.pid, '--mount', '--pid', '--net', '--root'];
    const env = ['/usr/bin/env', '-i', `--chdir=${this.directory()}`, ...this.environment];
    return run([...enter, '/usr/bin/setpriv', ...this.privileges(), ...env, ...command], seconds);
  }

  /** The signal that asks it to end. */
  get stopSignal(): NodeJS.Signals {
    return this.image.stopSignal ?? 'SIGTERM';
  }

  signal(signal: NodeJS.Signals): void {
    if (this.code === undefined) process.kill(Number(this.pid), signal);
  }

  private follow([program, ...args]: readonly string[]): Promise<number> {
    // Programs that open /dev/stdout need a pipe: Node.js gives them a socket.
    const child = spawn('bash', ['-o', 'pipefail', '-c', '"$@" 2>&1 | cat', 'container', program, ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    child.stdout.on('data', (data: Buffer) => {
      this.log += data.toString();
    });
    return new Promise((resolve) => {
      child.on('close', (code) => {
        this.code = code ?? -1;
        resolve(this.code);
      });
    });
  }

  private variables(variables: Variables): string[] {
    const all = new Map([['PATH', pathOf(this.image)], ['HOSTNAME', 'pod'], ['HOME', '/'], ...variables]);
    return [...all].map(([name, value]) => `${name}=${value}`);
  }

  private commandLine(variables: Variables): string[] {
    const { command, args } = this.spec;
    const { entrypoint = [], command: defaults = [] } = this.image;
    const first = command ?? entrypoint;
    const line = [...first, ...(args ?? (command ? [] : defaults))];
    if (!line.length) throw new Error(`container ${this.spec.name}: no command, and its image has none`);
    return line.map((word) => expand(word, variables));
  }

  private isReadOnly = () => this.spec.securityContext?.readOnlyRootFilesystem ?? false;
  private directory = () => this.spec.workingDir ?? this.image.workingDirectory ?? '/';

  private user(): number {
    const { runAsUser } = this.context.spec.securityContext ?? {};
    return this.spec.securityContext?.runAsUser ?? runAsUser ?? this.image.user ?? 0;
  }

  private privileges(): string[] {
    const { capabilities, allowPrivilegeEscalation, runAsGroup } = this.spec.securityContext ?? {};
    const {
      supplementalGroups = [],
      fsGroup,
      runAsGroup: podGroup,
    } = this.context.spec.securityContext ?? {};
    const groups = [...supplementalGroups, ...(fsGroup === undefined ? [] : [fsGroup])];
    return [
      `--reuid=${this.user()}`,
      `--regid=${runAsGroup ?? podGroup ?? 0}`,
      groups.length ? `--groups=${groups.join()}` : '--clear-groups',
      ...(allowPrivilegeEscalation === false ? ['--no-new-privs'] : []),
      ...(capabilities?.drop?.includes('ALL') ? ['--inh-caps=-all', '--bounding-set=-all'] : []),
    ];
  }

  private layout(): string {
    const { folder } = this.context;
    const links = Object.entries(this.image.programs ?? {}).flatMap(([path, target]) => [
      ...(path === target ? [] : [['link', target, path]]),
      ['link', target, join(OWN_PROGRAMS, basename(path))],
    ]);
    const mounts = (this.spec.volumeMounts ?? []).map(({ name, mountPath, readOnly, subPath = '' }) => [
      readOnly ? 'ro' : 'rw',
      join(folder, 'volumes', name, subPath),
      mountPath,
    ]);
    const own = ['hosts', 'resolv.conf'].map((file) => ['ro', join(folder, file), `/etc/${file}`]);
    return [...links, ...own, ...mounts].map((line) => `${line.join('\t')}\n`).join('');
  }
}

export const hostsFile = (names: readonly string[], address: string): string =>
  ['127.0.0.1 localhost', `${POD_IP} pod`, ...names.map((name) => `${address} ${name}`), ''].join('\n');
