import type { FieldPath } from '../path';
import type { Container } from '../schema/types';
import { type Handler, someHandler } from './handlers';
import { isProgram } from './shell/process';

/** A command of a container, wherever it stands. */
export interface WrittenCommand {
  /** What it is for; `arguments` are for the image's own program, which is not known. */
  readonly use: 'program' | 'arguments' | 'probe' | 'hook';
  readonly words: readonly string[];
  /** Field that has the words, or the first of two. */
  readonly path: FieldPath;
  /** Where a word stands. */
  at(index: number): FieldPath;
}

/** A container that runs commands. */
interface Runner {
  readonly spec: Container;
  readonly path: FieldPath;
  /** Where the program is given. */
  readonly programPath: FieldPath;
  readonly handlers: readonly Handler[];
}

/** Whether something holds for the words of a command of a container: a cheap look before a thorough one. */
export function someCommand(container: Container, holds: (words: readonly string[]) => boolean): boolean {
  const { command, args } = container;
  return (
    (command !== undefined && holds(command)) ||
    (args !== undefined && holds(args)) ||
    someHandler(container, ({ exec }) => exec?.command !== undefined && holds(exec.command))
  );
}

/** The commands of a container: what it runs, its exec probes and its hooks. */
export function commandsOf(container: Runner): readonly WrittenCommand[] {
  const commands = programIn(container);
  for (const { use, fields, action } of container.handlers) {
    const words = action.exec?.command;
    if (!words?.length) continue;
    const path = container.path.field(...fields, 'exec', 'command');
    commands.push({ use, words, path, at: (index) => path.index(index) });
  }
  return commands;
}

function programIn(container: Runner): WrittenCommand[] {
  const { spec } = container;
  const { command = [], args = [] } = spec;
  if (!command.length && !args.length) return [];
  const { path, programPath } = container;
  const use = command.length || isProgram(spec) ? 'program' : 'arguments';
  const at = (index: number) =>
    index < command.length
      ? path.field('command').index(index)
      : path.field('args').index(index - command.length);
  return [{ use, words: [...command, ...args], path: programPath, at }];
}
