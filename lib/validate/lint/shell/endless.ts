import type { Process } from './process';
import { Background } from './background';
import { isEndlessLoop, isForProcesses, isLeaving, kills, textOf } from './endless-loop';
import { factsOf } from './functions';
import { programOf } from './process';
import type { Command, Loop, Script } from './script';
import { plainWords, tailOf } from './tail';

/** What never ends by itself in what a process runs, as written; undefined if none is certain. */
export function endlessPart({ script }: Process): string | undefined {
  return script.opaque ? undefined : new Flow(script, undefined, new Map()).end().part;
}

/** How commands that run one after another come to an end. */
interface End {
  /** What runs forever, as written. */
  readonly part?: string;
  /** Whether the whole process ends with them, or may. */
  readonly leaves?: boolean;
}

const ON: End = {};
const LEAVES: End = { leaves: true };

/** The commands of a script outside of functions, or those of one function. */
class Flow {
  private readonly behind = new Background();
  private loop?: Loop;

  /**
   * @param known how functions end, those too that are being looked at: a call of itself is none that goes on
   */
  constructor(
    private readonly script: Script,
    private readonly name: string | undefined,
    private readonly known: Map<string, End>,
  ) {}

  end(): End {
    for (const command of factsOf(this.script).commandsOf(this.name)) {
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
    if (kills(command, this.script)) this.behind.kill();
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
    const before = this.known.get(name);
    if (before) return before;
    this.known.set(name, LEAVES);
    const end = new Flow(this.script, name, this.known).end();
    this.known.set(name, end);
    return end;
  }

  private awaitedIn(loop: Loop): string | undefined {
    return this.behind.areAllEndless && isForProcesses(loop, this.script) ? this.behind.part : undefined;
  }

  /** `wait` alone waits for all, `wait -n` for the first to end, `wait $!` for one that is not known. */
  private awaited(words: readonly string[]): string | undefined {
    return words.length === 1 || this.behind.areAllEndless ? this.behind.part : undefined;
  }
}

/** Operators after a loop that others do not wait for, or that it may end with. */
const ASIDE: ReadonlySet<string> = new Set(['&', ')', '|']);

const isReturn = ({ words, conditional, loop, then }: Command) =>
  words[0] === 'return' && !conditional && !loop && then !== '&';

/** A failure is no end: the kubelet starts the container again. */
const endIfRun = ({ words }: Command): End =>
  isLeaving(words) && (words[0] === 'exec' || (words[1] ?? '0') === '0') ? LEAVES : ON;

function shown(command: Command): string {
  const tail = tailOf(command);
  return tail ? `tail ${tail.retries ? '-F' : '-f'}` : plainWords(command).join(' ');
}

const outermost = (loop: Loop | undefined): Loop | undefined => loop?.outermost ?? loop;

/** A command that runs forever, or a pipe that begins with one. */
function runsOn(command: Command, script: Script): boolean {
  if (command.then === '||') return false;
  if (tailOf(command)) return command.then !== '|' || isReadInFront(factsOf(script).after(command));
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
