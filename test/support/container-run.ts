import { type ChildProcess, spawn } from 'node:child_process';
import type { k8s } from '../../lib';
import type { Shell } from './programs';

/**
 * What Kubernetes makes of command and args before a container starts, where no variable is defined
 * (expansion.Expand, 1.36).
 */
export function expanded(text: string): string {
  return text.replace(/\$\$|\$\(([^)]*)\)/g, (found) => (found === '$$' ? '$' : found));
}

/** A container's command as a process of this machine. */
export class ContainerRun {
  readonly process: ChildProcess;
  stdout = '';
  stderr = '';
  private readonly ended: Promise<number | null>;

  /** @param shell takes the place of /bin/sh @param uid user to run as, where not this one */
  constructor({ command = [], args = [] }: k8s.Container, shell: Shell, uid?: number) {
    const [, ...rest] = [...command, ...args].map(expanded);
    this.process = spawn(shell.command, rest, {
      env: shell.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      uid,
    });
    this.process.stdout!.on('data', (data) => {
      this.stdout += data;
    });
    this.process.stderr!.on('data', (data) => {
      this.stderr += data;
    });
    this.process.on('exit', () => this.killAll());
    this.ended = new Promise((resolve) => {
      this.process.on('close', (code) => resolve(code));
    });
  }

  /** Exit code, and seconds until the end from now on. */
  async end(): Promise<{ readonly code: number | null; readonly seconds: number }> {
    const start = process.hrtime.bigint();
    const code = await this.ended;
    return { code, seconds: Number(process.hrtime.bigint() - start) / 1e9 };
  }

  async stop(): Promise<void> {
    this.killAll();
    await this.ended;
  }

  /** The end of a container's first process is the end of all. */
  private killAll(): void {
    try {
      process.kill(-this.process.pid!, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  /** Waits until something holds; fails after `seconds`. */
  async until(holds: () => boolean, seconds = 15): Promise<void> {
    const deadline = Date.now() + seconds * 1000;
    while (!holds()) {
      if (Date.now() > deadline) {
        throw new Error(`not within ${seconds} s\nstdout: ${this.stdout}\nstderr: ${this.stderr}`);
      }
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
    }
  }
}
