import { COMMANDS, type CommandSpec } from '../options/command';
import { longOf, type OptionSpec } from '../options/option';

/** For bash 3.2 and later, where `=` separates words. */
export const bashCompletion = () => `# Completion of pod-patterns in bash: source <(pod-patterns completion bash)
_pod_patterns() {
  local current="\${COMP_WORDS[COMP_CWORD]}" at=$((COMP_CWORD - 1)) command= word words=
  if [ "$current" = = ]; then current=
  elif [ "\${COMP_WORDS[at]}" = = ]; then at=$((at - 1)); fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in ${[...COMMANDS.map(({ name }) => name), 'help'].join('|')}) command="$word"; break ;; esac
  done
  local option="\${COMP_WORDS[at]}" before="\${COMP_WORDS[at-1]}"
  [ "$before" = = ] && before="\${COMP_WORDS[at-2]}"
  case "$command $option" in
${COMMANDS.flatMap((command) => command.options.flatMap((option) => valueCase(command, option))).join('\n')}
    *) words="$(_pod_patterns_words "$command" "$current" "$before")" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  case "\${COMPREPLY[0]}" in *=) compopt -o nospace 2> /dev/null ;; esac
}
${wordsFunction()}
complete -o bashdefault -o default -F _pod_patterns pod-patterns
`;

const wordsFunction = () => `_pod_patterns_words() {
  case "$1 $2 $3" in
${gradedOptions().map(({ command, option, levels }) => `    "${command.name} "*" ${longOf(option)}") echo '${levels.join(' ')}' ;;`).join('\n')}
${COMMANDS.map((command) => `    "${command.name} "-*) echo '${flags(command)}' ;;`).join('\n')}
    " "-*) echo '--help --version' ;;
    " "* | "help "*) echo '${[...COMMANDS.map(({ name }) => name), 'help'].join(' ')}' ;;
${COMMANDS.flatMap((command) => ('oneOf' in command.argumentValues ? [`    "${command.name} "*) echo '${command.argumentValues.oneOf().join(' ')}' ;;`] : [])).join('\n')}
  esac
}`;

const flags = ({ options }: CommandSpec) => [...options.flatMap((option) => [longOf(option), ...(option.short ? [`-${option.short}`] : [])]), '--help'].join(' ');

/** What may follow an option; nothing where files are completed by bash itself. */
function valueCase(command: CommandSpec, option: OptionSpec): string[] {
  const { short, value, values } = option;
  if (!value) return [];
  const pattern = [longOf(option), ...(short ? [`-${short}`] : [])].map((flag) => `"${command.name} ${flag}"`).join(' | ');
  if (!values || 'path' in values) return [`    ${pattern}) ;;`];
  const words = 'oneOf' in values ? values.oneOf() : values.graded().map((id) => `${id}=`);
  return [`    ${pattern}) words='${words.join(' ')}' ;;`];
}

const gradedOptions = () => COMMANDS.flatMap((command) => command.options.flatMap((option) =>
  (option.values && 'graded' in option.values ? [{ command, option, levels: option.values.levels }] : [])));
