import { execFile, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type PodObject, PodState } from './pod-state';

const execute = promisify(execFile);

/** Log that is read while it grows. */
export interface FollowedLog {
  /** All of it, once the container has ended. */
  readonly whole: Promise<string>;
}

/** One namespace of the cluster, by kubectl. */
export class Cluster {
  constructor(private readonly namespace: string) {}

  async kubectl(args: readonly string[], input = ''): Promise<string> {
    const running = execute('kubectl', ['--namespace', this.namespace, ...args]);
    running.child.stdin?.end(input);
    return (await running).stdout;
  }

  async apply(yaml: string): Promise<void> {
    await this.kubectl(['apply', '--filename', '-'], yaml);
  }

  async pod(name: string): Promise<PodState> {
    return new PodState(
      JSON.parse(await this.kubectl(['get', 'pod', name, '--output', 'json'])) as PodObject,
    );
  }

  /** The Pods that a label such as `app=web` selects. */
  async pods(label: string): Promise<PodState[]> {
    const { items } = JSON.parse(
      await this.kubectl(['get', 'pods', `--selector=${label}`, '--output', 'json']),
    ) as { items: PodObject[] };
    return items.map((pod) => new PodState(pod));
  }

  /**
   * Waits until all Pods of a workload such as `deployment/web` are those of its newest template, and Ready.
   */
  async rollout(workload: string): Promise<void> {
    await this.kubectl(['rollout', 'status', workload, '--timeout=90s']);
  }

  /** Waits for a condition such as `condition=Ready`. */
  async wait(object: string, condition: string, limit = 60): Promise<void> {
    await this.kubectl(['wait', object, `--for=${condition}`, `--timeout=${limit}s`]);
  }

  logs(object: string, container: string): Promise<string> {
    return this.kubectl(['logs', object, '--container', container]);
  }

  /** Follows a log from its first line on; resolves once that has begun. */
  follow(pod: string, container: string): Promise<FollowedLog> {
    const args = ['--namespace', this.namespace, 'logs', pod, '--container', container, '--follow'];
    const { stdout } = spawn('kubectl', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    stdout.setEncoding('utf8');
    stdout.on('data', (chunk: string) => {
      text += chunk;
    });
    const whole = new Promise<string>((resolve) => stdout.on('end', () => resolve(text)));
    return new Promise((resolve) =>
      ['data', 'end'].forEach((event) => stdout.once(event, () => resolve({ whole }))),
    );
  }

  exec(pod: string, container: string, ...command: readonly string[]): Promise<string> {
    return this.kubectl(['exec', pod, '--container', container, '--', ...command]);
  }

  /** Deletes an object such as `pod/web` with the Pods that it made, and says how many seconds that took. */
  async remove(object: string): Promise<number> {
    const clock = stopwatch();
    await this.kubectl(['delete', object, '--cascade=foreground', '--timeout=90s']);
    return clock();
  }

  /** What a reader of a failure wants to see. */
  async state(): Promise<string> {
    return `${await this.kubectl(['get', 'pods'])}\n${await this.kubectl(['events'])}`;
  }
}

/** Seconds since it was made, to a tenth. */
export function stopwatch(): () => number {
  const start = Date.now();
  return () => Math.round((Date.now() - start) / 100) / 10;
}

/** Tries until there is a result, and gives that. */
export async function until<T>(
  what: string,
  limit: number,
  attempt: () => Promise<T | undefined>,
): Promise<T> {
  for (const clock = stopwatch(); clock() < limit; await pause(200)) {
    const result = await attempt();
    if (result !== undefined) return result;
  }
  throw new Error(`${what}: not within ${limit} s`);
}
