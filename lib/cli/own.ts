import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { run } from './run';

/** A reader that has seen enough, such as head, is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const CHUNK = 256 * 1024;

function* chunksOf(file: string): Generator<Buffer> {
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafeSlow(CHUNK);
      const length = readSync(descriptor, chunk);
      if (length > 0) yield chunk.subarray(0, length);
      if (length === 0) return;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Characters that are written at once. */
const BLOCK = 64 * 1024;

let unwritten = '';

function write(text: string): void {
  unwritten += text;
  if (unwritten.length >= BLOCK) flush();
}

function flush(): void {
  process.stdout.write(unwritten);
  unwritten = '';
}

let standardInput: Buffer | undefined;

void run(process.argv.slice(2), {
  out: write,
  err: (text) => process.stderr.write(text),
  open: (file) => (file === '-' ? [standardInput ??= readFileSync(0)] : chunksOf(file)),
  startWorker: (options) => new Worker(join(__dirname, 'check', 'worker.js'), { workerData: options }),
}).then((code) => { process.exitCode = code; }).finally(flush);
