import { longOf, type OptionSpec, type Values } from '../options/option';
import { PROGRAM_NAMES } from '../program-names';
import { type CompletedCommand, completedCommands, parentOf, withSubcommands } from './tree';

/** Completes `ID=LEVEL`, of levels and ids. */
const GRADED = `_pod_patterns_graded() {
  local levels="$1"
  shift
  if compset -P '*='; then compadd -- \${=levels}
  else compadd -S = -- "$@"; fi
}`;

/** For zsh with its completion system, by `_arguments`. */
export function zshCompletion(): string {
  const first = completedCommands();
  const commands = withSubcommands(first);
  return `#compdef ${PROGRAM_NAMES.join(' ')}
# Completion of pod-patterns in zsh: source <(pod-patterns completion zsh)
${GRADED}
${commandPart(first, commands)}
${argumentPart(commands)}
compdef _pod_patterns ${PROGRAM_NAMES.join(' ')}
`;
}

/** Finds the command that the line has so far, and completes its next word where that is a command, too. */
const commandPart = (
  first: readonly CompletedCommand[],
  commands: readonly CompletedCommand[],
) => `_pod_patterns() {
  local command= word help= failed=1
  local -a commands rest
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$command $word" in
      ' help') help=1 ;;
${commands.map(stepCase).join('\n')}
      *) rest+=("$word") ;;
    esac
  done
  case "$command" in
    '')
${describe(first, 'help:Print help on a command.')} ;;
${commands
  .filter(({ subcommands }) => subcommands.length)
  .map(({ path, subcommands }) => `    ${quoted(path)})\n${describe(subcommands)} ;;`)
  .join('\n')}
  esac
  if [[ -n "$help" || -z "$command" ]]; then
    (( $#commands )) && _describe command commands
    return
  fi`;

/** Completes options and arguments of the command, whose words are taken out. */
const argumentPart = (
  commands: readonly CompletedCommand[],
) => `  words=("\${words[1]}" "\${rest[@]}" "\${(@)words[CURRENT,-1]}")
  CURRENT=$(( $#rest + 2 ))
  case "$command" in
${commands.map(commandCase).join('\n')}
  esac
  (( $#commands )) && [[ "$PREFIX" != -* ]] && _describe command commands && failed=0
  return failed
}`;

const stepCase = (command: CompletedCommand) =>
  `      ${command.names.map((name) => quoted(`${parentOf(command)} ${name}`)).join(' | ')}) command=${quoted(command.path)} ;;`;

const describe = (commands: readonly CompletedCommand[], ...more: readonly string[]) =>
  `      commands=(\n${[...commands.map(({ names, description }) => `${names[0]}:${description}`), ...more].map((row) => `        ${quoted(row)}`).join('\n')}\n      )`;

function commandCase({ path, options, values, many }: CompletedCommand): string {
  const specs = [...options.flatMap(optionSpecs), quoted(`${many ? '*' : '1'}:argument:${actionOf(values)}`)];
  return `    ${quoted(path)})\n      _arguments -s -S \\\n        ${specs.join(' \\\n        ')} && failed=0 ;;`;
}

function optionSpecs(option: OptionSpec): string[] {
  const { short, value, optional, values, repeatable, description } = option;
  const text = `[${description.replace(/[[\]:]/g, '\\$&')}]${value ? `${optional ? '::' : ':'}${value.replace(/[[\]:]/g, '\\$&')}:${actionOf(values)}` : ''}`;
  const many = repeatable ? '*' : '';
  const equals = value ? (optional ? '=-' : '=') : '';
  return [
    quoted(`${many}${longOf(option)}${equals}${text}`),
    ...(short ? [quoted(`${many}-${short}${value ? '+' : ''}${text}`)] : []),
  ];
}

function actionOf(values: Values | undefined): string {
  if (!values) return '{true}';
  if ('path' in values) return '_files';
  return 'oneOf' in values
    ? `(${values.oneOf().join(' ')})`
    : `{_pod_patterns_graded "${values.levels.join(' ')}" ${values.graded().join(' ')}}`;
}

const quoted = (text: string) => `'${text.replace(/'/g, "'\\''")}'`;
