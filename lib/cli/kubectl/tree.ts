import { COMMANDS, type FileCommandName } from '../../kubectl/commands';
import type { Command as Definition } from '../../kubectl/commands/command';
import { GLOBAL_FLAGS } from '../../kubectl/flags/global';
import type { Command } from './command';
import { createObject } from './create-object';
import { askForSubcommand } from './only-subcommands';

/** kubectl with those of its commands that need no cluster. */
export const KUBECTL: Command = {
  name: 'kubectl',
  summary: 'Generate manifests as kubectl does, without a cluster',
  flags: GLOBAL_FLAGS,
  subcommands: subcommandsOf(''),
};

/** The commands whose names have one word more than `parent`. */
function subcommandsOf(parent: string): readonly Command[] | undefined {
  const children = Object.entries<Definition>(COMMANDS).filter(
    ([name]) => name.slice(0, Math.max(name.lastIndexOf(' '), 0)) === parent,
  );
  return children.length ? children.map(([name, definition]) => commandOf(name, definition)) : undefined;
}

function commandOf(path: string, definition: Definition): Command {
  const { aliases, summary, usage, flags } = definition;
  const command: Command = {
    name: path.split(' ').at(-1)!,
    aliases,
    summary,
    usage,
    flags,
    subcommands: subcommandsOf(path),
    run: (invocation) => runCommand(path, definition, command, invocation),
  };
  return command;
}

function runCommand(
  path: string,
  definition: Definition,
  command: Command,
  invocation: Parameters<NonNullable<Command['run']>>[0],
): void {
  switch (definition.form) {
    case 'generator':
      return definition.run ? definition.run(invocation) : createObject(definition, invocation);
    case 'reference':
      return explain()(invocation as never);
    case 'group':
      return askForSubcommand(command, definition, invocation);
    case 'files':
      // Its flags were read by its own table.
      return runs()[path as FileCommandName](invocation as never);
  }
}

const runs = () =>
  (require('../../kubectl/commands/file-commands') as typeof import('../../kubectl/commands/file-commands'))
    .FILE_COMMANDS;

const explain = () =>
  (require('../../kubectl/commands/explain/run') as typeof import('../../kubectl/commands/explain/run'))
    .explain;
