import { Worker } from 'node:worker_threads';

/** Bytes of memory that the process may take. */
export const MOST_MEMORY = 2 ** 30;

/** Milliseconds after which an input is thought never to end. */
const NEVER_ENDS = 30_000;

/**
 * Runs in a thread: an input that does not end, or that takes all memory, leaves the other none of its own
 * time.
 */
const WATCH = `
const { workerData: { counter, most, endless, how } } = require('node:worker_threads');
const { writeSync } = require('node:fs');
let [index, since] = [-1, Date.now()];
setInterval(() => {
  if (counter[0] !== index) [index, since] = [counter[0], Date.now()];
  const fault = Date.now() - since > endless ? 'does not end' : process.memoryUsage.rss() > most ? 'takes all memory' : '';
  if (!fault) return;
  writeSync(2, 'input ' + index + ' ' + fault + ': ' + how + ' --input=' + index + '\\n');
  process.kill(process.pid, 'SIGKILL');
}, 500);
`;

/**
 * Ends the process if an input does not end, or takes twice the memory that it may; tells how to repeat it.
 */
export class Watchdog {
  private readonly counter = new Int32Array(new SharedArrayBuffer(4));
  private readonly worker: Worker;

  /** @param how command that repeats the run */
  constructor(how: string) {
    const workerData = { counter: this.counter, most: 2 * MOST_MEMORY, endless: NEVER_ENDS, how };
    this.worker = new Worker(WATCH, { eval: true, workerData });
    this.worker.unref();
  }

  /** Tells that an input is being carried out. */
  starts(index: number): void {
    Atomics.store(this.counter, 0, index);
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}
