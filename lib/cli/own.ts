import { nodeWorld } from './node-world';
import { run } from './program';

/** A reader that has seen enough, such as head, is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const world = nodeWorld(process);

void run(process.argv.slice(2), world)
  .then((code) => { process.exitCode = code; })
  .finally(() => world.flush());
