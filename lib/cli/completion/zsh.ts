import { COMMANDS, type CommandSpec } from '../options/command';
import { longOf, type OptionSpec, type Values } from '../options/option';

/** Completes `ID=LEVEL`, of levels and ids. */
const GRADED = `_pod_patterns_graded() {
  local levels="$1"
  shift
  if compset -P '*='; then compadd -- \${=levels}
  else compadd -S = -- "$@"; fi
}`;

/** For zsh with its completion system, by `_arguments`. */
export const zshCompletion = () => `#compdef pod-patterns
# Completion of pod-patterns in zsh: source <(pod-patterns completion zsh)
${GRADED}
_pod_patterns() {
  local -a commands=(
${[...COMMANDS.map(({ name, description }) => `${name}:${description}`), 'help:Print help on a command.'].map((row) => `    ${quoted(row)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
${COMMANDS.map(commandCase).join('\n')}
    help) _describe command commands ;;
    *) _files ;;
  esac
}
compdef _pod_patterns pod-patterns
`;

function commandCase(command: CommandSpec): string {
  const { name, options, argument, argumentValues } = command;
  const many = argument.includes('...') ? '*' : '1';
  const specs = [...options.flatMap(optionSpecs), "'(-h --help)'{-h,--help}'[Print this help.]'", quoted(`${many}:${name}:${actionOf(argumentValues)}`)];
  return `    ${name})\n      _arguments -s -S \\\n        ${specs.join(' \\\n        ')} ;;`;
}

function optionSpecs(option: OptionSpec): string[] {
  const { short, value, values, repeatable, description } = option;
  const text = `[${description.replace(/[[\]:]/g, '\\$&')}]${value ? `:${value.replace(/[[\]:]/g, '\\$&')}:${values ? actionOf(values) : ''}` : ''}`;
  const many = repeatable ? '*' : '';
  return [quoted(`${many}${longOf(option)}${value ? '=' : ''}${text}`), ...(short ? [quoted(`${many}-${short}${value ? '+' : ''}${text}`)] : [])];
}

function actionOf(values: Values): string {
  if ('path' in values) return '_files';
  return 'oneOf' in values ? `(${values.oneOf().join(' ')})` : `{_pod_patterns_graded "${values.levels.join(' ')}" ${values.graded().join(' ')}}`;
}

const quoted = (text: string) => `'${text.replace(/'/g, "'\\''")}'`;
