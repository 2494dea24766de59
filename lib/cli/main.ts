#!/usr/bin/env node
import { readFileSync, writeSync } from 'node:fs';
import { isKubectl } from './kubectl/words';

const argv = process.argv.slice(2);

process.exitCode = isKubectl(argv, new Set(['validate', 'help'])) ? asKubectl() : asOurs();

/** A reader that has seen enough, such as head, is no error. */
function asOurs(): number {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  const { run } = require('./run') as typeof import('./run');
  return run(argv, {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    read: (file) => readFileSync(file === '-' ? 0 : file),
  });
}

function asKubectl(): number {
  const { kubectl, WORLD } = require('./kubectl') as typeof import('./kubectl');
  const { code, stdout, stderr } = kubectl(argv, WORLD);
  write(1, stdout);
  write(2, stderr);
  return code;
}

/** Writes all of a text at once, which starts faster than a stream does. A reader that has seen enough, such as head, is no error. */
function write(descriptor: number, text: string): void {
  let rest = Buffer.from(text);
  while (rest.length) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit();
      if (code !== 'EAGAIN') throw error;
    }
  }
}
