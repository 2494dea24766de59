import type { Assembly } from '@jsii/spec';
import type { Command } from '../../../lib/cli/kubectl/command';
import { KUBECTL } from '../../../lib/cli/kubectl/tree';
import { type FlagTable, optionName } from '../../../lib/kubectl/flags/flag';
import { GLOBAL_FLAGS } from '../../../lib/kubectl/flags/global';
import { paragraphs, table } from '../text';
import { flagRows } from './flag-rows';
import { type FlagGroup, grouped, GROUPS } from './groups';
import { type CommandMethod, CommandMethods, forArguments, inCode } from './methods';

const INTRODUCTION = `
Flags of [\`pod-patterns COMMAND\`](kubectl.md) and the corresponding options in code. \`npm run api-docs\` generates this page
from the tables that the commands parse their flags with. A flag is shown with its default value. **No effect** marks a flag
that is accepted, so that scripts keep working, but has no effect without a cluster; **not supported** marks a flag that is
rejected, in most cases because only a cluster could carry it out. Versions are those of kubectl, as in
\`--kubernetes-version\`: other versions do not know the flag.`;

const HEAD = ['flag', 'type', 'meaning', 'in code'];

/** The page of all commands and their flags. */
export function kubectlFlagsPage(assembly: Assembly): string {
  const methods = new CommandMethods(assembly);
  const all = { title: 'Flags of every command', flags: GLOBAL_FLAGS };
  return paragraphs(
    '# Flags of the kubectl commands',
    INTRODUCTION,
    ...commandsOf(KUBECTL).map(([words, command]) => commandSection(words, command, methods.of(words))),
    ...[...GROUPS, all].map(({ title, flags }) =>
      paragraphs(
        `## ${title}`,
        flagTable(flags, (name, flag) => (flag.option ? optionName(name, flag) : '')),
      ),
    ),
  );
}

/** Each command that does something, with its words. */
function commandsOf(
  { subcommands = [] }: Command,
  before = '',
): (readonly [words: string, command: Command])[] {
  return subcommands.flatMap((command) => {
    const words = `${before}${command.name}`;
    const below = commandsOf(command, `${words} `);
    return Object.keys(command.flags).length ? [[words, command] as const, ...below] : below;
  });
}

function commandSection(
  words: string,
  { summary, aliases = [], usage = '[options]', flags }: Command,
  method: CommandMethod | undefined,
): string {
  const { own, groups } = grouped(flags);
  const parent = words.split(' ').slice(0, -1);
  const names = aliases.map((alias) => `\`${[...parent, alias].join(' ')}\``);
  return paragraphs(
    `## ${words}`,
    `${summary[0].toUpperCase()}${summary.slice(1)}${names.length ? `; also ${names.join(', ')}` : ''}.`,
    `\`\`\`text\npod-patterns ${words} ${usage}\n\`\`\``,
    method ? methodText(flags, method) : '',
    flagTable(own, (name, flag) => (method ? inCode(name, flag, method) : '')),
    alsoText(groups),
  );
}

/** Where the options of a method are described. */
function methodText(flags: FlagTable, method: CommandMethod): string {
  const call = `Kubectl.${method.name}(${method.parameters.join(', ')})`;
  const anchor = call
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-');
  const words = forArguments({ ...GLOBAL_FLAGS, ...flags }, method)
    .map((option) => `\`${option}\``)
    .join(', ');
  const options = `[\`${method.options}\`](api/kubectl.md#${method.options.toLowerCase()})`;
  return `In code: [\`${call}\`](api/kubectl.md#${anchor}) with ${options}.${words ? ` Arguments are options there: ${words}.` : ''}`;
}

function flagTable(flags: FlagTable, inCode: Parameters<typeof flagRows>[1]): string {
  return Object.keys(flags).length ? table(HEAD, flagRows(flags, inCode)) : '';
}

function alsoText(groups: readonly FlagGroup[]): string {
  const links = groups.map(
    ({ title }) =>
      `the [${title[0].toLowerCase()}${title.slice(1)}](#${title.toLowerCase().replaceAll(' ', '-')})`,
  );
  return `Also ${[...links, 'and the [flags of every command](#flags-of-every-command)'].join(', ')}.`;
}
