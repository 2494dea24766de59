import { longOf, type OptionSpec } from '../options/option';
import { PROGRAM_NAMES } from '../program-names';
import { type CompletedCommand, completedCommands, parentOf, withSubcommands } from './tree';

/** For bash 3.2 and later, where `=` separates words. */
export function bashCompletion(): string {
  const first = completedCommands();
  const commands = withSubcommands(first);
  return `# Completion of pod-patterns in bash: source <(pod-patterns completion bash)
${mainFunction(commands)}
${valueFunction(commands)}
${wordsFunction(first, commands)}
complete -o bashdefault -o default -F _pod_patterns ${PROGRAM_NAMES.join(' ')}
`;
}

const mainFunction = (commands: readonly CompletedCommand[]) => `_pod_patterns() {
  local current="\${COMP_WORDS[COMP_CWORD]}" at=$((COMP_CWORD - 1)) equals= command= help= word words=
  if [ "$current" = = ]; then current= equals==
  elif [ "\${COMP_WORDS[at]}" = = ]; then at=$((at - 1)) equals==; fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$command $word" in
      ' help') help=1 ;;
${commands.map(stepCase).join('\n')}
    esac
  done
  local option="\${COMP_WORDS[at]}$equals" before="\${COMP_WORDS[at-1]}"
  [ "$before" = = ] && before="\${COMP_WORDS[at-2]}"
  _pod_patterns_value || words="$(_pod_patterns_words)"
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  case "\${COMPREPLY[0]}" in *=) compopt -o nospace 2> /dev/null ;; esac
}`;

function stepCase(command: CompletedCommand): string {
  const words = command.names.map((name) => `'${parentOf(command)} ${name}'`);
  return `      ${words.join(' | ')}) command='${command.path}' ;;`;
}

/** Values of an option; nothing if bash itself completes files. Fails if the option takes no value. */
const valueFunction = (commands: readonly CompletedCommand[]) => `_pod_patterns_value() {
  [ "$help" ] && return 1
  case "$command" in
${commands.map(({ path, options }) => `    '${path}') case "$option" in\n${valueCases(options).join('\n')}\n      *) return 1 ;; esac ;;`).join('\n')}
    *) return 1 ;;
  esac
}`;

/** Options with the same values share a case. */
function valueCases(options: readonly OptionSpec[]): string[] {
  const byWords = new Map<string, string[]>();
  for (const option of options.filter(({ value }) => value)) {
    const words = valueWords(option);
    byWords.set(words, [...(byWords.get(words) ?? []), ...spellings(option)]);
  }
  return [...byWords].map(
    ([words, flags]) => `      ${flags.join(' | ')}) ${words ? `words='${words}' ` : ''};;`,
  );
}

const spellings = (option: OptionSpec) => [
  `${longOf(option)}=`,
  ...(option.optional ? [] : [longOf(option), ...(option.short ? [`-${option.short}`] : [])]),
];

function valueWords({ values }: OptionSpec): string {
  if (!values || 'path' in values) return '';
  return ('oneOf' in values ? values.oneOf() : values.graded().map((id) => `${id}=`)).join(' ');
}

const wordsFunction = (
  first: readonly CompletedCommand[],
  commands: readonly CompletedCommand[],
) => `_pod_patterns_words() {
  case "$help$command $current $before" in
${commands.flatMap(gradedCases).join('\n')}
${[...commands].reverse().map(wordCases).join('\n')}
    ' '-*) echo '--help --version' ;;
    ' '* | '1 '*) echo '${[...first.map(({ path }) => path), 'help'].join(' ')}' ;;
  esac
}`;

const gradedCases = ({ path, options }: CompletedCommand) =>
  options.flatMap((option) =>
    option.values && 'graded' in option.values
      ? [`    '${path} '*' ${longOf(option)}') echo '${option.values.levels.join(' ')}' ;;`]
      : [],
  );

/** Those of `create deployment` come before those of `create`, whose patterns match it. */
function wordCases({ path, options, values, subcommands }: CompletedCommand): string {
  const names = subcommands.map((command) => command.names[0]).join(' ');
  const words = values && 'oneOf' in values ? values.oneOf().join(' ') : names;
  const flags = options.flatMap((option) => [longOf(option), ...(option.short ? [`-${option.short}`] : [])]);
  return [
    `'${path} '-*) echo '${flags.join(' ')}'`,
    `'${path} '*) echo '${words}'`,
    `'1${path} '*) echo '${names}'`,
  ]
    .map((row) => `    ${row} ;;`)
    .join('\n');
}
