import { reuseCompileCache } from './compile-cache';
import { isKubectl } from './kubectl/command-names';
import { write, writeMessage } from './write';

reuseCompileCache();

const argv = process.argv.slice(2);

/** Commands that kubectl does not have, or has otherwise. */
const OUR_COMMANDS: ReadonlySet<string> = new Set(['validate', 'explain-rule', 'completion', 'help']);

if (isKubectl(argv, OUR_COMMANDS)) runKubectl();
else require('./program-main');

function runKubectl(): void {
  try {
    const { kubectl, safeMessage, safeOutput, WORLD } =
      require('./kubectl/index') as typeof import('./kubectl/index');
    const { code, stdout, stderr } = kubectl(argv, WORLD);
    write(1, safeOutput(stdout));
    writeMessage(safeMessage(stderr));
    process.exitCode = code;
  } catch (error) {
    const { exitUnexpectedly } = require('./unexpected-error') as typeof import('./unexpected-error');
    exitUnexpectedly(error, argv);
  }
}
