import type { Container } from '../../schema/types';
import { interactiveProgramOf, runsItsArguments } from '../image-programs';
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

type Program = Pick<Container, 'command' | 'args' | 'image'>;

/** The process of a container, as far as its manifest and what is known of its image say. */
export function processOf(container: Program): Process {
  const { command, args = [], image } = container;
  if (command?.length) return processOfWords([...command, ...args]);
  if (isProgram(container)) return processOfWords(args);
  const byDefault = args.length ? undefined : interactiveProgramOf(image);
  return byDefault ? processOfWords([byDefault]) : NOTHING;
}

/**
 * Whether arguments without a command are the command themselves. Those of an unknown image go to its own
 * program, unless they begin with a shell.
 */
export function isProgram({ args: [first] = [], image }: Program): boolean {
  if (!first || first.startsWith('-')) return false;
  return isShell(first) || FOLLOWERS.has(programOf(first)) || runsItsArguments(image);
}

export function processOfWords(argv: readonly string[]): Process {
  const option = isShell(argv[0])
    ? argv.findIndex((word, index) => index > 0 && SCRIPT_OPTION.test(word))
    : -1;
  const optionsOnly =
    option > 0 && argv.slice(1, option).every((word) => word.startsWith('-') || word === 'pipefail');
  if (!optionsOnly) return { argv, script: commandOnly(argv) };
  const script = afterOptions(argv, option + 1);
  return { argv, script: scriptOf(argv[script] ?? ''), parameters: argv.slice(script + 1) };
}

/** Options may also follow `-c`: the script is the first word that is none. */
function afterOptions(argv: readonly string[], from: number): number {
  let index = from;
  while (OPTION.test(argv[index] ?? '')) {
    if (argv[index] === '--') return index + 1;
    index += argv[index].endsWith('o') ? 2 : 1;
  }
  return index;
}

/** `-x`, `+e`, `-o` with the word that follows it, or `--`, which ends them. */
const OPTION = /^(?:--|[-+][A-Za-z]+)$/;

/** `-c`, also among others: `-ec`, `-euxc`. */
const SCRIPT_OPTION = /^-[a-z]*c$/;
