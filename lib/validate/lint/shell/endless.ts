import type { Process } from './process';
import { programOf } from './process';
import type { Command, Loop, Script } from './script';
import { plainWords, tailOf } from './tail';

/** What never ends by itself in what a process runs, as written; undefined where none is certain. */
export function endlessPart({ script }: Process): string | undefined {
  if (script.opaque) return undefined;
  for (const command of script.commands) {
    if (command.conditional) continue;
    const loop = outermost(command.loop);
    if (loop && isEndless(loop) && !loop.conditional) return loop.keyword === 'while' ? 'while true' : 'until false';
    if (!loop && runsOn(command, script)) return shown(command);
    if (!loop && LEAVING.has(command.words[0])) return undefined;
  }
  return undefined;
}

function shown(command: Command): string {
  const tail = tailOf(command);
  return tail ? `tail ${tail.retries ? '-F' : '-f'}` : plainWords(command).join(' ');
}

const LEAVING: ReadonlySet<string> = new Set(['exit', 'exec', 'return']);

/** Commands that end a loop, or may. */
const ENDING: ReadonlySet<string> = new Set(['break', 'exit', 'return', 'exec', 'kill', 'pkill', 'killall']);

const ALWAYS: ReadonlySet<string> = new Set(['true', ':', '[ 1 ]', '[ true ]', '[[ true ]]', '[[ 1 ]]', '/bin/true']);

function outermost(loop: Loop | undefined): Loop | undefined {
  let outer = loop;
  while (outer?.outer) outer = outer.outer;
  return outer;
}

/** `while true` in the foreground, and nothing in it that may end it. */
export function isEndless({ keyword, condition, body, negated, then }: Loop): boolean {
  if (negated || then === '&' || then === ')' || then === '|') return false;
  const text = condition.map(({ words }) => words.join(' ')).join(' ');
  const always = keyword === 'until' ? text === 'false' : keyword === 'while' && ALWAYS.has(text);
  return always && !body.some(({ words }) => ENDING.has(words[0]));
}

/** A command in the foreground that goes on for ever. */
function runsOn(command: Command, script: Script): boolean {
  if (command.then === '&' || command.then === '||') return false;
  if (tailOf(command)) return command.then !== '|' || isReader(script.commands[script.commands.indexOf(command) + 1]);
  const [program, time = ''] = plainWords(command);
  return programOf(program) === 'sleep' && (time === 'infinity' || time === 'inf');
}

const READERS: ReadonlySet<string> = new Set(['read', 'tee', 'awk', 'cat', 'jq', 'cut', 'tr', 'xargs']);

/** A command that reads a pipe as long as there is something. */
const isReader = (command: Command | undefined) => READERS.has(programOf(command?.words[0]));
