import type { FieldPath } from '../path';
import type { Container } from '../schema/types';
import { handlersOf, HOOKS, PROBES } from './handlers';
import type { LintedContainer } from './pod';
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

/** Whether there is a command in a container: a cheap look before a thorough one. */
export const hasCommands = (container: Container) =>
  container.command !== undefined ||
  container.args !== undefined ||
  PROBES.some((probe) => container[probe]?.exec) ||
  HOOKS.some((hook) => container.lifecycle?.[hook]?.exec);

/** The commands of a container: what it runs, its exec probes and its hooks. */
export function commandsOf(container: LintedContainer): readonly WrittenCommand[] {
  const handlers = handlersOf(container.spec).flatMap(({ use, fields, action: { exec } }) => {
    const path = container.path.field(...fields, 'exec', 'command');
    return exec?.command?.length
      ? [{ use, words: exec.command, path, at: (index: number) => path.index(index) }]
      : [];
  });
  return [...programIn(container), ...handlers];
}

function programIn({ spec, path, programPath }: LintedContainer): WrittenCommand[] {
  const { command = [], args = [] } = spec;
  if (!command.length && !args.length) return [];
  const use = command.length || isProgram(spec) ? 'program' : 'arguments';
  const at = (index: number) =>
    index < command.length
      ? path.field('command').index(index)
      : path.field('args').index(index - command.length);
  return [{ use, words: [...command, ...args], path: programPath, at }];
}
