import { NEWEST_MINOR } from '../../validate/kubernetes-version';
import type { Command } from './command';
import { KUBECTL } from './tree';
import { findCommand } from './find';
import { helpOf } from './help';

/** All commands as they are typed, without `kubectl` before them: `create`, `create deployment`. */
export const kubectlPaths = (): readonly string[] => pathsBelow(KUBECTL, '');

function pathsBelow({ subcommands = [] }: Command, start: string): string[] {
  return subcommands.flatMap((command) => [
    `${start}${command.name}`,
    ...pathsBelow(command, `${start}${command.name} `),
  ]);
}

/** Help on the command that words name, undefined if they name none. */
export function kubectlHelp(words: readonly string[]): string | undefined {
  const found = findCommand(KUBECTL, words, NEWEST_MINOR);
  return found.argv.length || found.command === KUBECTL ? undefined : helpOf(found, NEWEST_MINOR);
}

/** The commands that a command line may begin with, and what each does. */
export const kubectlSummaries = (): readonly (readonly [name: string, summary: string])[] =>
  KUBECTL.subcommands!.map(({ name, summary }) => [name, summary]);
