import { nodeWorld } from './node-world';
import { run } from './program';

const world = nodeWorld(process);

void run(process.argv.slice(2), world)
  .then((code) => { process.exitCode = code; })
  .finally(() => world.flush());
