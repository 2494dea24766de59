#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { isKubectl } from './kubectl/words';

/** A reader that has seen enough, such as head, is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const argv = process.argv.slice(2);

process.exitCode = isKubectl(argv, new Set(['validate', 'help'])) ? asKubectl() : asOurs();

function asOurs(): number {
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
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return code;
}
