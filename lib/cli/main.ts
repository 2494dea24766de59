#!/usr/bin/env node
import { nodeWorld } from './node-world';
import { run } from './program';

/** A reader that has seen enough, such as head, is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

void run(process.argv.slice(2), nodeWorld(process)).then((code) => {
  process.exitCode = code;
});
