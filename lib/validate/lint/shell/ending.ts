import { type Process, programOf } from './process';
import type { Command, Script } from './script';
import { secondsOfSleep } from './sleep';
import { plainWords } from './tail';

/** Programs that end soon, whatever they are given. */
const SHORT: ReadonlySet<string> = new Set([
  ...[
    'echo',
    'printf',
    'date',
    'true',
    'false',
    ':',
    'exit',
    'ls',
    'pwd',
    'cd',
    'export',
    'set',
    'unset',
    'umask',
  ],
  ...[
    'printenv',
    'id',
    'whoami',
    'groups',
    'hostname',
    'uname',
    'arch',
    'nproc',
    'basename',
    'dirname',
    'uptime',
  ],
  ...['mkdir', 'rmdir', 'touch', 'chmod', 'chown', 'ln', 'mv', 'rm', 'stat', 'test', '['],
]);

/** Shells and interpreters that read commands from their input if they are given nothing. */
const READ_INPUT: ReadonlySet<string> = new Set([
  ...['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh', 'python', 'python3', 'irb', 'node', 'cat'],
]);

/** Seconds of a sleep that is soon over. */
const SHORT_SLEEP = 60;
/** Parts of a script that may run something else, or wait for it: substitutions, input, documents. */
const UNCERTAIN = /[`<]|\$\(/;
/** A substitution that ends soon, too. */
const SHORT_SUBSTITUTION = /\$\((date|hostname|pwd|id|whoami|uname|nproc)\b[^()|;&<`$]*\)/g;

/** Whether a process is certain to end soon after its start. */
export function endsSoon(
  { argv: [program, ...rest], script, parameters }: Process,
  hasInput: boolean,
): boolean {
  if (program === undefined || (program === 'env' && !rest.length)) return program !== undefined;
  if (!parameters && !rest.length && READ_INPUT.has(programOf(program))) return !hasInput;
  return isPlain(script) && script.commands.every(isShort);
}

/** Whether a script does one thing after the other. */
const isPlain = ({ text, functions, loops, opaque }: Script) =>
  !opaque && !functions.size && !loops.length && !UNCERTAIN.test(text.replace(SHORT_SUBSTITUTION, ''));

function isShort(command: Command): boolean {
  const [program] = plainWords(command);
  if (program === undefined || SHORT.has(programOf(program))) return true;
  return (secondsOfSleep(command) ?? SHORT_SLEEP) < SHORT_SLEEP;
}
