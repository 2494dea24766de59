import type { Container } from '../../schema/types';
import { commandOnly, type Script, scriptOf } from './script';

/** What a container runs, as far as its manifest says. */
export interface Process {
  /** Words that the process is started with; none where the image decides. */
  readonly argv: readonly string[];
  /** The commands that it runs. */
  readonly script: Script;
  /** Words that follow a script: `$0`, `$1`, …; undefined if no shell is started with one. */
  readonly parameters?: readonly string[];
}

const SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh']);
const FOLLOWERS: ReadonlySet<string> = new Set(['tail', 'sleep']);
const NOTHING: Process = { argv: [], script: commandOnly([]) };

/** The name of a program without its folder. */
export const programOf = (word = '') => word.slice(word.lastIndexOf('/') + 1);

export const isShell = (word: string | undefined) => SHELLS.has(programOf(word));

/**
 * The process of a container. Arguments alone go to the image's own program, unless they begin with a shell.
 */
export function processOf({ command, args = [] }: Pick<Container, 'command' | 'args'>): Process {
  if (command?.length) return processOfWords([...command, ...args]);
  return isShell(args[0]) || FOLLOWERS.has(programOf(args[0])) ? processOfWords(args) : NOTHING;
}

export function processOfWords(argv: readonly string[]): Process {
  const option = isShell(argv[0])
    ? argv.findIndex((word, index) => index > 0 && SCRIPT_OPTION.test(word))
    : -1;
  const optionsOnly =
    option > 0 && argv.slice(1, option).every((word) => word.startsWith('-') || word === 'pipefail');
  if (!optionsOnly) return { argv, script: commandOnly(argv) };
  return { argv, script: scriptOf(argv[option + 1] ?? ''), parameters: argv.slice(option + 2) };
}

/** `-c`, also among others: `-ec`, `-euxc`. */
const SCRIPT_OPTION = /^-[a-z]*c$/;
