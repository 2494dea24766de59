import { exitUnexpectedly } from './unexpected-error';
import { nodeWorld } from './node-world';
import { run } from './program';

const argv = process.argv.slice(2);
const world = nodeWorld(process);

void run(argv, world)
  .then((code) => {
    process.exitCode = code;
  })
  .finally(() => world.flush())
  .catch((error: unknown) => exitUnexpectedly(error, argv));
