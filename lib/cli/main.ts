import { reuseCompiled } from './compiled';
import { isKubectl } from './kubectl/words';
import { write, writeMessage } from './write';

reuseCompiled();

const argv = process.argv.slice(2);

/** Commands that kubectl does not have, or has otherwise. */
const OWN: ReadonlySet<string> = new Set(['validate', 'explain-rule', 'completion', 'help']);

if (isKubectl(argv, OWN)) asKubectl();
else require('./own');

function asKubectl(): void {
  try {
    const { kubectl, safeMessage, safeOutput, WORLD } =
      require('./kubectl/index') as typeof import('./kubectl/index');
    const { code, stdout, stderr } = kubectl(argv, WORLD);
    write(1, safeOutput(stdout));
    writeMessage(safeMessage(stderr));
    process.exitCode = code;
  } catch (error) {
    const { endUnforeseen } = require('./last-catch') as typeof import('./last-catch');
    endUnforeseen(error, argv);
  }
}
