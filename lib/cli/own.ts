import { failureText } from './failure';
import { nodeWorld } from './node-world';
import { run } from './program';

/** What nobody has foreseen is no verdict: the exit code is not that of findings. */
function fail(error: NodeJS.ErrnoException): never {
  const isWriting = error.syscall === 'write';
  process.stderr.write(`pod-patterns: ${isWriting ? `the report cannot be written: ${failureText(error)}` : `this is a mistake of the program: ${error.stack}`}\n`);
  process.exit(2);
}

const world = nodeWorld(process);

void run(process.argv.slice(2), world)
  .then((code) => { process.exitCode = code; })
  .finally(() => world.flush())
  .catch(fail);
