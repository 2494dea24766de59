import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { k8s } from '../../../lib';
import { pause, type Result, until } from './command';
import { ContainerProcess, hostsFile, type PodContext } from './container-process';
import { tryHandler } from './probes';
import { programsRoot } from './programs-root';
import { REMOTE_IP, Sandbox } from './sandbox';
import { Store, type StoredObject } from './store';
import { makeVolumes } from './volumes';

export interface PodRunOptions {
  /** Objects that the user has: Secrets above all. */
  readonly objects?: readonly StoredObject[];
  /** Servers outside of the Pod, which start before it. */
  readonly remotes?: readonly k8s.Container[];
  /** Names of the address of the servers outside. */
  readonly hosts?: readonly string[];
  /** Scripts of Node.js that serve outside, each with its arguments; each prints a line once it listens. */
  readonly stubs?: readonly (readonly string[])[];
  /** Volumes of the servers outside. */
  readonly remoteVolumes?: readonly k8s.Volume[];
}

export interface Ending {
  readonly code: number;
  readonly seconds: number;
  /** Whether SIGKILL had to end it, after the grace period of the Pod. */
  readonly killed: boolean;
}

const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;

/** A Pod that runs as kubelet would run it, but for images and cgroups. */
export class PodRun {
  private readonly containers = new Map<string, ContainerProcess>();

  private constructor(
    private readonly context: PodContext,
    readonly spec: k8s.PodSpec,
  ) {}

  /** Starts the Pod of a manifest, and returns once all containers have started in their order. */
  static async start(manifest: readonly object[], options: PodRunOptions = {}): Promise<PodRun> {
    const { objects = [], remotes = [], stubs = [], hosts = [], remoteVolumes = [] } = options;
    const pod = manifest.find((object) => (object as { kind: string }).kind === 'Pod') as {
      spec: k8s.PodSpec;
    };
    const folder = mkdtempSync(join(tmpdir(), 'pod-'));
    const store = new Store([...(manifest as StoredObject[]), ...objects]);
    mkdirSync(join(folder, 'containers'));
    writeFileSync(join(folder, 'hosts'), hostsFile(hosts, REMOTE_IP));
    writeFileSync(join(folder, 'resolv.conf'), '');
    makeVolumes(join(folder, 'volumes'), [...(pod.spec.volumes ?? []), ...remoteVolumes], store);
    const sandbox = await Sandbox.start();
    const context = { sandbox, store, folder, root: programsRoot(), spec: pod.spec };
    const running = new PodRun(context, pod.spec);
    try {
      for (const stub of stubs) await sandbox.startStub(stub);
      for (const remote of remotes) await running.startOne(remote);
      await running.startAll();
    } catch (error) {
      await running.destroy();
      throw error;
    }
    return running;
  }

  container(name: string): ContainerProcess {
    const container = this.containers.get(name);
    if (!container) {
      throw new Error(`no container ${name}: there are ${[...this.containers.keys()].join(', ')}`);
    }
    return container;
  }

  /** Runs a client in the main container. */
  client(...command: readonly string[]): Promise<Result> {
    return this.container(this.spec.containers[0].name).exec(command, 60);
  }

  /** Output of a client in the main container that succeeds. */
  async output(...command: readonly string[]): Promise<string> {
    const { code, output } = await this.client(...command);
    if (code !== 0) throw new Error(`${command.join(' ')}: code ${code}: ${output}\n${this.logs()}`);
    return output;
  }

  /** Waits until all probes of a container succeed. */
  async ready(name: string): Promise<void> {
    for (const probe of PROBES) await this.succeeds(name, probe);
  }

  /** Ends a container as kubelet does: with its hook, the stop signal, and SIGKILL after the grace period. */
  async end(name: string): Promise<Ending> {
    const container = this.container(name);
    const start = Date.now();
    const grace = this.spec.terminationGracePeriodSeconds ?? 30;
    const killer = setTimeout(() => container.signal('SIGKILL'), grace * 1000);
    await this.preStop(container);
    container.signal(container.stopSignal);
    const code = await container.ended;
    clearTimeout(killer);
    const seconds = (Date.now() - start) / 1000;
    return { code, seconds, killed: seconds >= grace };
  }

  logs(): string {
    return [...this.containers]
      .map(([name, { log, code }]) => `--- ${name} (${code ?? 'runs'})\n${log.slice(-2000)}`)
      .join('\n');
  }

  /** Ends all at once, and removes its files. */
  async destroy(): Promise<void> {
    await this.context.sandbox.stop();
    await Promise.all([...this.containers.values()].map(({ ended }) => ended));
    rmSync(this.context.folder, { recursive: true, force: true });
  }

  private async preStop(container: ContainerProcess): Promise<void> {
    const hook = container.spec.lifecycle?.preStop;
    if (hook?.sleep) await pause(hook.sleep.seconds);
    else if (hook) await tryHandler(hook, container, this.context.sandbox, 30);
  }

  private async startAll(): Promise<void> {
    for (const container of this.spec.initContainers ?? []) {
      await this.startOne(container);
      if (container.restartPolicy !== 'Always') await this.completes(container.name);
    }
    for (const container of this.spec.containers) await this.startOne(container);
  }

  private async startOne(spec: k8s.Container): Promise<void> {
    const container = new ContainerProcess(this.context, spec);
    this.containers.set(spec.name, container);
    await container.started();
    await this.succeeds(spec.name, 'startupProbe');
  }

  private async completes(name: string): Promise<void> {
    const code = await this.container(name).ended;
    if (code !== 0) throw new Error(`init container ${name} ended with code ${code}\n${this.logs()}`);
  }

  private async succeeds(name: string, probe: (typeof PROBES)[number]): Promise<void> {
    const container = this.container(name);
    const handler = container.spec[probe];
    if (!handler) return;
    let last: Result | undefined;
    await until(
      () => `${probe} of ${name} ${JSON.stringify(handler)} says ${JSON.stringify(last)}\n${this.logs()}`,
      30,
      async () => {
        last = await tryHandler(handler, container, this.context.sandbox, handler.timeoutSeconds);
        if (container.code !== undefined) throw new Error(`${name} has ended\n${this.logs()}`);
        return last.code === 0 ? true : undefined;
      },
    );
  }
}
