import { COMMANDS, type CommandSpec } from '../options/command';
import type { OptionSpec, Values } from '../options/option';

/** For fish 3 and later. */
export const fishCompletion = () => `# Completion of pod-patterns in fish: pod-patterns completion fish | source
complete -c pod-patterns -e
complete -c pod-patterns -s h -l help -d ${quoted('Print this help.')}
complete -c pod-patterns -n __fish_use_subcommand -l version -d ${quoted('Print the version.')}
${[...COMMANDS.map(({ name, description }) => row(name, description)), row('help', 'Print help on a command.')].join('\n')}
${COMMANDS.flatMap(commandRows).join('\n')}
complete -c pod-patterns -n '__fish_seen_subcommand_from help' -f -a ${quoted(COMMANDS.map(({ name }) => name).join(' '))}
`;

const row = (name: string, description: string) => `complete -c pod-patterns -n __fish_use_subcommand -f -a ${name} -d ${quoted(description)}`;

function commandRows(command: CommandSpec): string[] {
  const start = `complete -c pod-patterns -n '__fish_seen_subcommand_from ${command.name}'`;
  const { argumentValues } = command;
  const argument = 'oneOf' in argumentValues ? [`${start} -f -a ${quoted(argumentValues.oneOf().join(' '))}`] : [];
  return [...command.options.map((option) => `${start} ${optionText(option)}`), ...argument];
}

function optionText({ name, negative, short, value, values, description }: OptionSpec): string {
  return [
    `-l ${negative ? `no-${name}` : name}`,
    ...(short ? [`-s ${short}`] : []),
    ...(value ? [valueText(values)] : []),
    `-d ${quoted(description)}`,
  ].join(' ');
}

function valueText(values: Values | undefined): string {
  if (!values || 'path' in values) return '-r -F';
  const words = 'oneOf' in values ? values.oneOf() : values.graded().flatMap((id) => values.levels.map((level) => `${id}=${level}`));
  return `-x -a ${quoted(words.join(' '))}`;
}

const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
