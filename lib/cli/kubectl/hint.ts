import { type FlagTable, isKnownIn } from '../../kubectl/flags/flag';
import { UnknownFlag } from '../../kubectl/flags/parse';
import { closest } from '../../validate/closest';
import { type FoundCommand, firstWord } from './find';

/**
 * Suggestion for an unknown flag or command, as a line after kubectl's own message; empty if none is close.
 *
 * @param flags those that the command has
 * @param isWatched whether someone reads it on a terminal
 */
export function hintFor(
  error: unknown,
  found: FoundCommand,
  flags: FlagTable,
  minor: number,
  isWatched: () => boolean,
): string {
  const meant = similarCommand(found, flags, minor);
  if (meant) return isForPrograms(found.argv) && !isWatched() ? '' : `Did you mean ${meant}?\n`;
  const flag = error instanceof UnknownFlag ? similarFlag(error.word, flags, minor) : undefined;
  return flag ? `Did you mean --${flag}?\n` : '';
}

/**
 * Where output is asked for in a form that programs read, kubectl's answer to an unknown command stays as it
 * is.
 */
const isForPrograms = (argv: readonly string[]) => argv.some((word) => /^(-o|--output(=|$))/.test(word));

function similarCommand(
  { command, path, argv }: FoundCommand,
  flags: FlagTable,
  minor: number,
): string | undefined {
  const at = command.subcommands && firstWord(argv, flags, minor);
  if (at === undefined) return undefined;
  const near = closest(
    argv[at],
    command.subcommands!.flatMap(({ name, aliases = [] }) => [name, ...aliases]),
  );
  const meant = command.subcommands!.find(
    ({ name, aliases = [] }) => near !== undefined && [name, ...aliases].includes(near),
  );
  return meant && `${[...path.split(' ').slice(1), meant.name].join(' ')}`;
}

/** Unsupported flags are not suggested. */
function similarFlag(word: string, flags: FlagTable, minor: number): string | undefined {
  const known = Object.keys(flags).filter(
    (name) => isKnownIn(flags[name], minor) && flags[name].offline !== 'refused',
  );
  return closest(word, known, MAX_DISTANCE);
}

/** How many letters of a flag may be off: kubectl's flags are many, and some are alike. */
const MAX_DISTANCE = 2;
