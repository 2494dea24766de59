import type { Command, Script } from './script';

/** Commands that are looked at behind one that a pipe begins with: nobody writes a longer one. */
const LONGEST_PIPE = 100;

/** What is looked up in a script over and over, found out once. */
export class ScriptFacts {
  private readonly bodies = new Map<string | undefined, Command[]>();
  private readonly places = new Map<Command, number>();
  private readonly told = new Map<unknown, Map<string, boolean>>();
  private readonly sets = new Map<unknown, ReadonlySet<string>>();

  constructor(private readonly script: Script) {
    script.commands.forEach((command, index) => {
      this.places.set(command, index);
      const body = this.bodies.get(command.within);
      if (body) body.push(command);
      else this.bodies.set(command.within, [command]);
    });
  }

  /** The commands of a function; without a name, those outside of all. */
  commandsOf(name: string | undefined): readonly Command[] {
    return this.bodies.get(name) ?? NONE;
  }

  /** The commands after one in the text, as far as a pipe may go. */
  after(command: Command): readonly Command[] {
    const index = this.places.get(command) ?? -1;
    return this.script.commands.slice(index + 1, index + 1 + LONGEST_PIPE);
  }

  /** Whether the function that a command calls meets a condition, which is asked once for each function. */
  ofCalled(command: Command, holds: (body: readonly Command[]) => boolean): boolean {
    const [name] = command.words;
    if (!this.script.functions.has(name)) return holds(NONE);
    let answers = this.told.get(holds);
    if (!answers) this.told.set(holds, (answers = new Map()));
    let answer = answers.get(name);
    if (answer === undefined) answers.set(name, (answer = holds(this.commandsOf(name))));
    return answer;
  }

  /**
   * Functions in which there is a command of some sort, themselves or in what they call.
   *
   * @param isWanted undefined for one that is of that sort if what it calls has one
   */
  functionsWith(isWanted: (command: Command) => boolean | undefined): ReadonlySet<string> {
    let found = this.sets.get(isWanted);
    if (!found) this.sets.set(isWanted, (found = this.findFunctions(isWanted)));
    return found;
  }

  private findFunctions(isWanted: (command: Command) => boolean | undefined): ReadonlySet<string> {
    const callers = new Map<string, string[]>();
    const found = new Set<string>();
    for (const command of this.script.commands) {
      const {
        within,
        words: [name],
      } = command;
      if (within === undefined) continue;
      const wanted = isWanted(command);
      if (wanted) {
        found.add(within);
      } else if (wanted === undefined && this.script.functions.has(name)) {
        (callers.get(name) ?? put(callers, name)).push(within);
      }
    }
    for (const name of found) for (const caller of callers.get(name) ?? []) found.add(caller);
    return found;
  }
}

const NONE: readonly Command[] = [];

function put(lists: Map<string, string[]>, name: string): string[] {
  const list: string[] = [];
  lists.set(name, list);
  return list;
}

const known = new WeakMap<Script, ScriptFacts>();

export function factsOf(script: Script): ScriptFacts {
  let facts = known.get(script);
  if (!facts) known.set(script, (facts = new ScriptFacts(script)));
  return facts;
}
