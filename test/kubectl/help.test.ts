import type { Command } from '../../lib/cli/kubectl/command';
import { KUBECTL } from '../../lib/cli/kubectl/tree';
import { isKnownIn } from '../../lib/kubectl/flags/flag';
import { printed } from '../support/kubectl';

/** Words that name each command, with the command. */
const commandsIn = (
  { subcommands = [] }: Command,
  before: readonly string[] = [],
): (readonly [words: string, command: Command])[] =>
  subcommands.flatMap((command) => [
    [[...before, command.name].join(' '), command] as const,
    ...commandsIn(command, [...before, command.name]),
  ]);

describe.each(commandsIn(KUBECTL))('%s --help', (words, { flags, subcommands = [], summary }) => {
  const { code, stdout, stderr } = printed([...words.split(' '), '--help']);

  it('says what the command makes, with all its commands and flags', () => {
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')[0]).toBe(`kubectl ${words}: ${summary}`);
    const listed = [...stdout.matchAll(/^ {2}(?:-\w, | {4})--([\w-]+)$/gm)].map(([, flag]) => flag);
    expect(listed).toEqual(
      expect.arrayContaining(
        Object.keys(flags).filter((flag) => isKnownIn(flags[flag], 36) && !flags[flag].deprecated),
      ),
    );
    for (const { name } of subcommands) expect(stdout).toContain(`\n  ${name} `);
  });
});
