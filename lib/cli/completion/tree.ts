import { type Flag, isKnownIn } from '../../kubectl/flags/flag';
import { NEWEST_MINOR } from '../../validate/kubernetes-version';
import type { Command } from '../kubectl/command';
import { COMMANDS } from '../options/command';
import type { OptionSpec, Values } from '../options/option';

/** A command as it is completed, ours or kubectl's. */
export interface CompletedCommand {
  /** As it is typed: `create deployment`. */
  readonly path: string;
  /** Its last word, and the other words for it. */
  readonly names: readonly string[];
  readonly description: string;
  readonly options: readonly OptionSpec[];
  /** What its arguments may be, and whether there may be several. */
  readonly values?: Values;
  readonly many: boolean;
  readonly subcommands: readonly CompletedCommand[];
}

/** The commands that a command line may begin with. */
export function completedCommands(): readonly CompletedCommand[] {
  const { GLOBAL_FLAGS, KUBECTL } = require('../kubectl/index') as typeof import('../kubectl/index');
  const own = COMMANDS.map(({ name, description, options, argument, argumentValues }): CompletedCommand => ({
    path: name,
    names: [name],
    description,
    options: [...options, HELP],
    values: argumentValues,
    many: argument.includes('...'),
    subcommands: [],
  }));
  return [...own, ...KUBECTL.subcommands!.map((command) => completed(command, '', GLOBAL_FLAGS))];
}

/** All commands, each before its subcommands. */
export const withSubcommands = (commands: readonly CompletedCommand[]): readonly CompletedCommand[] =>
  commands.flatMap((command) => [command, ...withSubcommands(command.subcommands)]);

/** The path of the command that it stands below; empty for a first word. */
export const parentOf = ({ path }: CompletedCommand) => path.split(' ').slice(0, -1).join(' ');

export const HELP: OptionSpec = { name: 'help', short: 'h', description: 'Print this help.' };

function completed(
  { name, aliases = [], summary, flags, subcommands = [] }: Command,
  start: string,
  global: Command['flags'],
): CompletedCommand {
  const path = `${start}${name}`;
  const known = Object.entries({ ...flags, ...global, ...flags }).filter(([, flag]) => isOffered(flag));
  return {
    path,
    names: [name, ...aliases],
    description: summary,
    many: true,
    options: [...known.map(([flagName, flag]) => optionOf(flagName, flag)), HELP],
    subcommands: subcommands.map((command) => completed(command, `${path} `, global)),
  };
}

const isOffered = (flag: Flag) =>
  isKnownIn(flag, NEWEST_MINOR) && flag.offline !== 'refused' && flag.deprecated === undefined;

function optionOf(name: string, { type, bare, shorthand, usage, values }: Flag): OptionSpec {
  const given: Values | undefined = values === 'file' ? { path: 'file' } : values && { oneOf: () => values };
  const short = shorthand === name ? undefined : shorthand;
  return {
    name,
    short,
    description: usage,
    repeatable: true,
    ...(type === 'bool' ? {} : { value: 'VALUE', optional: bare !== undefined, values: given }),
  };
}
