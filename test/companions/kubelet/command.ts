import { spawn } from 'node:child_process';

export interface Result {
  readonly code: number | null;
  /** Standard output and error, in their order. */
  readonly output: string;
}

/** Runs a command line to its end, or ends it after some seconds. */
export function run([program, ...args]: readonly string[], seconds = 20): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: seconds * 1000 });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => {
        output += data.toString();
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Tries until there is a result other than undefined, and returns it. */
export async function until<T>(
  what: () => string,
  seconds: number,
  attempt: () => Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const result = await attempt();
    if (result !== undefined) return result;
    if (Date.now() > deadline) throw new Error(`${what()}: not within ${seconds} s`);
    await pause(0.1);
  }
}

export const pause = (seconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000);
  });
