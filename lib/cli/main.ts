#!/usr/bin/env node
import { writeSync } from 'node:fs';
import { isKubectl } from './kubectl/words';

const argv = process.argv.slice(2);

/** Commands that kubectl does not have, or has otherwise. */
const OWN: ReadonlySet<string> = new Set(['validate', 'explain-rule', 'completion', 'help']);

if (isKubectl(argv, OWN)) asKubectl();
else require('./own');

function asKubectl(): void {
  const { kubectl, WORLD } = require('./kubectl/index') as typeof import('./kubectl/index');
  const { code, stdout, stderr } = kubectl(argv, WORLD);
  write(1, stdout);
  write(2, stderr);
  process.exitCode = code;
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
