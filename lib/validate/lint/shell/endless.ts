import type { Process } from './process';
import { isEndlessLoop, isForProcesses, isLeaving, kills, textOf } from './endless-loop';
import { programOf } from './process';
import type { Command, Loop, Script } from './script';
import { plainWords, tailOf } from './tail';

/** What never ends by itself in what a process runs, as written; undefined where none is certain. */
export function endlessPart({ script }: Process): string | undefined {
  return script.opaque ? undefined : new Flow(script, undefined, []).end().part;
}

/** How commands that run one after another come to an end. */
interface End {
  /** What goes on for ever, as written. */
  readonly part?: string;
  /** Whether the whole process ends with them, or may. */
  readonly leaves?: boolean;
}

const ON: End = {};
const LEAVES: End = { leaves: true };

/** The commands of a script outside of functions, or those of one function. */
class Flow {
  /** What goes on for ever in each process that has been started in the background. */
  private readonly behind: (string | undefined)[] = [];
  private loop?: Loop;

  constructor(private readonly script: Script, private readonly name: string | undefined, private readonly callers: readonly (string | undefined)[]) {}

  end(): End {
    for (const command of this.script.commands) {
      if (command.within !== this.name) continue;
      const { part, leaves } = this.endAt(command);
      if (part) return { part };
      if (leaves) return LEAVES;
      if (isReturn(command)) return ON;
    }
    return ON;
  }

  private endAt(command: Command): End {
    const loop = outermost(command.loop);
    const begun = loop && loop !== this.loop ? this.endOfLoop(loop) : ON;
    this.loop = loop;
    if (begun.part) return begun;
    if (kills(command, this.script)) this.behind.fill(undefined);
    if (command.then === '&') this.behind.push(this.endOf({ ...command, then: '' }).part);
    if (command.then === '&' || loop) return ON;
    return command.conditional ? endIfRun(command) : this.endOf(command);
  }

  private endOfLoop(loop: Loop): End {
    const part = isEndlessLoop(loop, this.script) ? textOf(loop) : this.awaitedIn(loop);
    if (loop.then === '&') this.behind.push(part);
    return part && !loop.conditional && !ASIDE.has(loop.then) ? { part } : ON;
  }

  private endOf(command: Command): End {
    const { words } = command;
    if (this.script.functions.has(words[0])) return this.endOfCall(words[0]);
    if (runsOn(command, this.script)) return { part: shown(command) };
    if (words[0] === 'wait') return { part: this.awaited(words) };
    return isLeaving(words) ? LEAVES : ON;
  }

  private endOfCall(name: string): End {
    return this.callers.includes(name) ? LEAVES : new Flow(this.script, name, [...this.callers, this.name]).end();
  }

  private get areAllEndless(): boolean {
    return this.behind.length > 0 && this.behind.every(Boolean);
  }

  private awaitedIn(loop: Loop): string | undefined {
    return this.areAllEndless && isForProcesses(loop, this.script) ? this.behind[0] : undefined;
  }

  /** `wait` alone waits for all, `wait -n` for the first to end, `wait $!` for one that cannot be told. */
  private awaited(words: readonly string[]): string | undefined {
    return words.length === 1 || this.areAllEndless ? this.behind.find(Boolean) : undefined;
  }
}

/** Operators after a loop that others do not wait for, or that it may end with. */
const ASIDE: ReadonlySet<string> = new Set(['&', ')', '|']);

const isReturn = ({ words, conditional, loop, then }: Command) => words[0] === 'return' && !conditional && !loop && then !== '&';

/** A failure is no end: the kubelet starts the container again. */
const endIfRun = ({ words }: Command): End => (isLeaving(words) && (words[0] === 'exec' || (words[1] ?? '0') === '0') ? LEAVES : ON);

function shown(command: Command): string {
  const tail = tailOf(command);
  return tail ? `tail ${tail.retries ? '-F' : '-f'}` : plainWords(command).join(' ');
}

function outermost(loop: Loop | undefined): Loop | undefined {
  let outer = loop;
  while (outer?.outer) outer = outer.outer;
  return outer;
}

/** A command that goes on for ever, or a pipe that begins with one. */
function runsOn(command: Command, { commands }: Script): boolean {
  if (command.then === '||') return false;
  if (tailOf(command)) return command.then !== '|' || isReadInFront(commands.slice(commands.indexOf(command) + 1));
  const [program, time = ''] = plainWords(command);
  return programOf(program) === 'sleep' && (time === 'infinity' || time === 'inf');
}

const READERS: ReadonlySet<string> = new Set(['read', 'tee', 'awk', 'cat', 'jq', 'cut', 'tr', 'xargs']);

/** Whether what comes after a pipe reads it as long as there is something, and is waited for. */
function isReadInFront(rest: readonly Command[]): boolean {
  const [reader] = rest;
  const last = rest.find(({ then, loop }) => (outermost(loop)?.then ?? then) !== '|');
  return READERS.has(programOf(reader?.words[0])) && (outermost(last?.loop)?.then ?? last?.then) !== '&';
}
