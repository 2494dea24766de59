import { Argument, Command, CommanderError, Option } from 'commander';
import { UsageError } from './failure';
import { COMMAND_HELP, programHelp } from './help';
import { helpOn } from './help-on';
import { misuseText } from './misuse';
import { COMMANDS, type CommandSpec } from './options/command';
import { describedOf, flagsOf, longOf, type OptionSpec } from './options/option';
import type { Shell } from './options/shells';
import { PROGRAM_NAME } from './program-names';
import type { CommandLineOptions } from './validate/settings';
import { versionText } from './version';
import type { World } from './world';

/** Columns that help is written for. */
const WIDTH = 80;

/** It would print the version and succeed without validating anything. */
const VERSION_MISUSED =
  '--version prints the version of this program: use --kubernetes-version=VERSION to set the Kubernetes version';

/**
 * Carries out a command line and resolves to its exit code: 0, 1 where something was found, 2 where it makes
 * no sense.
 */
export async function run(argv: readonly string[], world: World): Promise<number> {
  let code = 0;
  const program = programFor(world, (result) => {
    code = result;
  });
  try {
    if (argv[0] === 'validate' && argv.length > 2 && argv.some((word) => /^--version(?:=|$)/.test(word))) {
      throw new UsageError(VERSION_MISUSED, 'validate');
    }
    if (!argv.length || argv[0] === 'help') await helpOn(argv.slice(1), program, world);
    else await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode && 2;
    if (!(error instanceof UsageError)) throw error;
    world.err(
      `${PROGRAM_NAME}: ${error.message}\n${error.command === undefined ? '' : tryHelp(error.command)}`,
    );
    return 2;
  }
}

const tryHelp = (command = '') => `Try: ${[PROGRAM_NAME, command, '--help'].filter(Boolean).join(' ')}\n`;

function programFor(world: World, done: (code: number) => void): Command {
  const program = configured(new Command(PROGRAM_NAME), world)
    .description('Validates Kubernetes manifests as kube-apiserver would, without a cluster.')
    .version(versionText(), '--version', 'Print the version and the supported Kubernetes minor versions.')
    .helpCommand('help [command]', 'Print help on a command.')
    .addHelpText('after', programHelp);
  for (const spec of COMMANDS) {
    const command = configured(program.command(spec.name), world)
      .description(spec.description)
      .addArgument(argumentOf(spec))
      .addHelpText('after', COMMAND_HELP[spec.name])
      .action(async (argument: unknown, given: CommandLineOptions) =>
        done(await ACTIONS[spec.name](argument as never, given, world)),
      );
    for (const option of spec.options) command.addOption(optionOf(option));
  }
  return program;
}

function configured(command: Command, world: World): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', 'Print this help.')
    .configureHelp({ helpWidth: WIDTH })
    .configureOutput({
      writeOut: (text) => void world.out(text),
      writeErr: (text) => world.err(text),
      outputError: (text, write) => write(misuseText(text, command)),
    })
    .showSuggestionAfterError(false)
    .showHelpAfterError(tryHelp(command.name() === PROGRAM_NAME ? undefined : command.name()).trim());
}

function argumentOf({ argument, argumentDescription, argumentValues }: CommandSpec): Argument {
  const made = new Argument(argument, argumentDescription);
  return made.required && 'oneOf' in argumentValues ? made.choices(argumentValues.oneOf()) : made;
}

function optionOf(spec: OptionSpec): Option {
  const option = new Option(flagsOf(spec), describedOf(spec));
  if (spec.repeatable) return option.argParser(appended);
  return spec.onlyOnce === undefined
    ? option
    : option.argParser((value: string, before?: string) => once(spec, value, before));
}

/** An option that is given thousands of times keeps one list. */
function appended(value: string, before: string[] = []): string[] {
  before.push(value);
  return before;
}

function once(spec: OptionSpec, value: string, before: string | undefined): string {
  if (before !== undefined) {
    throw new UsageError(
      `${longOf(spec)} is given twice, as ${JSON.stringify(before)} and ${JSON.stringify(value)}: ${spec.onlyOnce}`,
      'validate',
    );
  }
  return value;
}

/** What each command does; it is loaded when it is needed, and resolves to the exit code. */
const ACTIONS: {
  readonly [name in CommandSpec['name']]: (
    argument: never,
    given: CommandLineOptions,
    world: World,
  ) => Promise<number>;
} = {
  async validate(paths: readonly string[], given, world) {
    const { validate } = require('./validate/command') as typeof import('./validate/command');
    return validate(paths, given, world);
  },
  async 'explain-rule'(rule: string | undefined, _given, world) {
    const { explainRule } = require('./explain/command') as typeof import('./explain/command');
    explainRule(rule, world);
    return 0;
  },
  async completion(shell: Shell, _given, world) {
    const { completionFor } = require('./completion') as typeof import('./completion');
    await world.out(completionFor(shell));
    return 0;
  },
};
