import type { OptionSpec, Values } from '../options/option';
import { PROGRAM_NAME, PROGRAM_NAMES } from '../program-names';
import { type CompletedCommand, completedCommands, parentOf, withSubcommands } from './tree';

/** For fish 3 and later. */
export function fishCompletion(): string {
  const first = completedCommands();
  const commands = withSubcommands(first);
  return `# Completion of pod-patterns in fish: pod-patterns completion fish | source
${functions(commands)}
complete -c ${PROGRAM_NAME} -e
complete -c ${PROGRAM_NAME} -n __fish_use_subcommand -l version -d 'Print the version.'
complete -c ${PROGRAM_NAME} -n __fish_use_subcommand -s h -l help -d 'Print this help.'
${[...commands.map(commandRow), `complete -c ${PROGRAM_NAME} -n __fish_use_subcommand -f -a help -d 'Print help on a command.'`].join('\n')}
${commands.flatMap(commandRows).join('\n')}
${PROGRAM_NAMES.slice(1)
  .map((name) => `complete -c ${name} -e\ncomplete -c ${name} -w ${PROGRAM_NAME}`)
  .join('\n')}
`;
}

/**
 * The command that a line has so far, and whether it is a certain one, to be completed or to be helped with.
 */
const functions = (commands: readonly CompletedCommand[]) => `function __pod_patterns_path
  set -l path
  for word in (commandline -opc)[2..-1]
    switch "$path $word"
${commands.map(stepCase).join('\n')}
    end
  end
  echo $path
end
function __pod_patterns_at
  set -l words (commandline -opc)
  test "$words[2]" != help; and test "$(__pod_patterns_path)" = "$argv"
end
function __pod_patterns_below
  test "$(__pod_patterns_path)" = "$argv"
end`;

const stepCase = (command: CompletedCommand) =>
  `      case ${command.names.map((name) => quoted(`${parentOf(command)} ${name}`)).join(' ')}\n        set path ${quoted(command.path)}`;

const commandRow = (command: CompletedCommand) =>
  `complete -c ${PROGRAM_NAME} -n '__pod_patterns_below ${parentOf(command)}' -f -a ${command.names[0]} -d ${quoted(command.description)}`;

function commandRows({ path, options, values }: CompletedCommand): string[] {
  const start = `complete -c ${PROGRAM_NAME} -n '__pod_patterns_at ${path}'`;
  const argument = values && 'oneOf' in values ? [`${start} -f -a ${quoted(values.oneOf().join(' '))}`] : [];
  return [...options.map((option) => `${start} ${optionText(option)}`), ...argument];
}

/** fish knows no value that may be left out: such an option is offered without one. */
function optionText({ name, negative, short, value, optional, values, description }: OptionSpec): string {
  return [
    `-l ${negative ? `no-${name}` : name}`,
    ...(short ? [`-s ${short}`] : []),
    ...(value && !optional ? [valueText(values)] : []),
    `-d ${quoted(description)}`,
  ].join(' ');
}

function valueText(values: Values | undefined): string {
  if (!values || 'path' in values) return '-r -F';
  const words =
    'oneOf' in values
      ? values.oneOf()
      : values.graded().flatMap((id) => values.levels.map((level) => `${id}=${level}`));
  return `-x -a ${quoted(words.join(' '))}`;
}

const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
