import { factsOf } from './functions';
import { isShell, programOf } from './process';
import type { Command, Loop, Script } from './script';

const ALWAYS: ReadonlySet<string> = new Set([
  'true',
  ':',
  '[ 1 ]',
  '[ true ]',
  '[[ true ]]',
  '[[ 1 ]]',
  '/bin/true',
]);

/** A condition as it is written, but for quotes and redirections. */
const conditionOf = ({ condition }: Loop) => condition.map(({ words }) => words.join(' ')).join(' ');

/** A loop by its first line: `while true`. */
export const textOf = (loop: Loop) => `${loop.keyword} ${conditionOf(loop)}`.slice(0, 40);

/**
 * A loop whose condition never ends it, and nothing in it may: `while true`, `until false`, `while sleep 5`.
 */
export function isEndlessLoop(loop: Loop, script: Script): boolean {
  return (isAlways(loop) || isPause(loop, script)) && isNeverLeft(loop, script);
}

/** `while true` or `until false`. */
export function isAlways(loop: Loop): boolean {
  const condition = conditionOf(loop);
  return (
    !loop.negated &&
    (loop.keyword === 'until' ? condition === 'false' : loop.keyword === 'while' && ALWAYS.has(condition))
  );
}

/** A loop that goes on as long as a process does: `while kill -0 "$pid"`, also in a function. */
export function isForProcesses(loop: Loop, script: Script): boolean {
  const asks = loop.condition.some(
    (command) => isQuestion(command) || factsOf(script).ofCalled(command, asksIn),
  );
  return asks && loop.keyword === 'while' && !loop.negated && isNeverLeft(loop, script);
}

const isQuestion = ({ words }: Command) => words[0] === 'kill' && words[1] === '-0';

const asksIn = (commands: readonly Command[]) => commands.some(isQuestion);

const isNeverLeft = ({ body, within }: Loop, script: Script) =>
  !body.some((command) => command.within === within && mayEnd(command, script));

/** Commands that end a loop, or the function that it is in. */
const ENDING: ReadonlySet<string> = new Set(['break', 'return']);
const KILLING: ReadonlySet<string> = new Set(['kill', 'pkill', 'killall']);

/** `exit`, or `exec` of another program: one without a program is for redirections. */
export const isLeaving = ([program, next]: readonly string[]) =>
  program === 'exit' || (program === 'exec' && next !== undefined);

/** Whether a command sends signals, itself or in a function. */
export const kills = (command: Command, script: Script): boolean =>
  killsIn([command]) || factsOf(script).ofCalled(command, killsIn);

const killsIn = (commands: readonly Command[]) =>
  commands.some((one) => KILLING.has(one.words[0]) && !isQuestion(one));

function mayEnd(command: Command, script: Script): boolean {
  const [program] = command.words;
  return (
    endsItself(command) ??
    (script.functions.has(program)
      ? factsOf(script).functionsWith(endsItself).has(program)
      : ENDING.has(program))
  );
}

/** Whether a command ends the script; undefined if that is for a function to say. */
function endsItself({ words, then }: Command): boolean | undefined {
  if (then === '&') return false;
  if (isLeaving(words)) return true;
  return KILLING.has(words[0]) ? words.slice(1).some(isItself) : undefined;
}

/**
 * Whether `kill` or `pkill` may hit the shell that runs it: that shell, all of its processes, or something
 * that only a run would show.
 */
const isItself = (word: string) => /^(\$\$|0|1|-1|--|-\w*f)$|PPID|BASHPID|[`(]/.test(word) || isShell(word);

/** `sleep 5`, or a function that comes to that: it never fails. */
function isPause({ keyword, condition, negated }: Loop, script: Script): boolean {
  if (keyword !== 'while' || negated || condition.length !== 1) return false;
  return isSleep(condition[0]) || factsOf(script).ofCalled(condition[0], pausesIn);
}

const pausesIn = (commands: readonly Command[]) =>
  commands.length > 0 && commands.every((command) => isSleep(command) || command.words[0] === 'wait');

const isSleep = ({ words: [program] }: Command) => programOf(program) === 'sleep';
