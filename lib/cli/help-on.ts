import type { Command } from 'commander';
import { UsageError } from './failure';
import { KUBECTL_COMMANDS } from './kubectl/command-names';
import { unknownCommand } from './unknown-command';
import type { World } from './world';

/**
 * Prints help on the command that words name, one of ours or one of kubectl's, and on the program if there
 * are none.
 *
 * @throws UsageError if there is no such command
 */
export async function helpOn(given: readonly string[], program: Command, world: World): Promise<void> {
  const words = given.filter((word) => word !== '-h' && word !== '--help');
  const own = words.length ? program.commands.find((command) => command.name() === words.join(' ')) : program;
  if (own) return own.outputHelp();
  const text = KUBECTL_COMMANDS.has(words[0]) ? kubectlHelp(words) : undefined;
  if (text === undefined) throw new UsageError(unknownCommand(words.join(' ')), '');
  await world.out(text);
}

const kubectlHelp = (words: readonly string[]) =>
  (require('./kubectl/index') as typeof import('./kubectl/index')).kubectlHelp(words);
