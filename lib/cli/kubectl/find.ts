import { type FlagTable, isKnownIn } from '../../kubectl/flags/flag';
import { bareValue } from '../../kubectl/flags/parse';
import { GLOBAL_FLAGS } from '../../kubectl/flags/global';
import type { Command } from './command';

/** A command, with what stands before and behind its name. */
export interface FoundCommand {
  readonly command: Command;
  /** `kubectl create deployment`. */
  readonly path: string;
  readonly argv: readonly string[];
}

/** Finds the command that arguments name; flags may stand between its words (cobra's Command.Find, 1.10). */
export function findCommand(root: Command, argv: readonly string[], minor: number): FoundCommand {
  let found: FoundCommand = { command: root, path: root.name, argv };
  for (;;) {
    const { command, path, argv: rest } = found;
    const at = firstWord(rest, { ...GLOBAL_FLAGS, ...command.flags }, minor);
    const next =
      at === undefined
        ? undefined
        : command.subcommands?.find(({ name, aliases = [] }) => [name, ...aliases].includes(rest[at]));
    if (at === undefined || !next) return found;
    found = {
      command: next,
      path: `${path} ${next.name}`,
      argv: [...rest.slice(0, at), ...rest.slice(at + 1)],
    };
  }
}

/** Where the first word is that is neither a flag nor a flag's value (stripFlags, 1.10). */
export function firstWord(argv: readonly string[], flags: FlagTable, minor: number): number | undefined {
  for (let at = 0; at < argv.length && argv[at] !== '--'; at++) {
    const word = argv[at];
    if (takesNextArgument(word, flags, minor)) {
      if (argv.length - at <= 2) return undefined;
      at++;
    } else if (word !== '' && !word.startsWith('-')) {
      return at;
    }
  }
  return undefined;
}

/** Whether a flag has the next word for its value; one that is not known is thought to. */
function takesNextArgument(word: string, flags: FlagTable, minor: number): boolean {
  if (!word.startsWith('-') || word.includes('=')) return false;
  if (word.startsWith('--')) return !takesNoValue(flags, word.slice(2), minor);
  const named = Object.keys(flags).find((name) => flags[name].shorthand === word[1]);
  return word.length === 2 && !takesNoValue(flags, named, minor);
}

function takesNoValue(flags: FlagTable, name: string | undefined, minor: number): boolean {
  if (name === undefined || !Object.hasOwn(flags, name) || !isKnownIn(flags[name], minor)) return false;
  return bareValue(flags[name]) !== undefined;
}
