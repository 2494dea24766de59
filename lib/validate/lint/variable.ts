import { json, quote } from '../../go/format';
import type { EnvVar } from '../schema/types';
import type { WrittenCommand } from './commands';
import type { Lint } from './pod';
import { defineRule } from '../rule';
import { hasDollar, mayReferToEnv } from './predicates';
import { isShell, programOf } from './shell/process';

/**
 * Kubernetes expands `$(NAME)` in commands, and only a shell `${NAME}`. In an exec probe it expands variables
 * with a value alone (ExpandContainerCommandOnlyStatic, pkg/kubelet/container 1.36), in a hook none.
 */
export const VARIABLE_NOT_EXPANDED = defineRule<Lint>({
  id: 'variable-not-expanded',
  stage: 'lint',
  section: 'containers',
  level: 'warning',
  mistake:
    '`${NAME}` of a variable in `env`, in a command without a shell; or `$(NAME)` in the command of a hook, or in that of a probe if the variable has no `value`',
  why: 'only a shell expands `${NAME}`; Kubernetes expands `$(NAME)`, but in hooks no variable, and in probes those with a `value`',
  suggestion: 'use `$(NAME)`, or a shell where Kubernetes does not expand it',
  when: [mayReferToEnv],
  judge({ containers, spec }, report) {
    if (spec.os?.name === 'windows') return;
    for (const container of containers) {
      const { env } = container.spec;
      if (!env) continue;
      for (const command of container.commands) {
        for (const { index, message, suggestion } of misreadIn(command, env)) {
          report(command.at(index), message, suggestion);
        }
      }
    }
  },
});

interface Misread {
  /** Index of the word. */
  readonly index: number;
  readonly message: string;
  readonly suggestion: string;
}

/** `${NAME}`, also with a default or the like, and `$NAME`; not what is escaped. */
const FOR_A_SHELL = /(?<![$\\])\$(?:\{([A-Za-z_]\w*)(?:[:#%/?+=-][^}]*)?\}|([A-Za-z_]\w*))/g;
const FOR_KUBERNETES = /(?<!\$)\$\(([A-Za-z_][\w.-]*)\)/g;

function misreadIn(command: WrittenCommand, env: readonly EnvVar[]): Misread[] {
  if (!hasDollar(command.words)) return [];
  const variables = new Map(env.map((variable) => [variable.name ?? '', variable]));
  const end = endOfPlainWords(command.words);
  return command.words.flatMap((word, index) => {
    const plain = index < end && !word.includes('\n') ? referencesIn(word, FOR_A_SHELL, variables) : [];
    if (plain.length) {
      const message = `${plain[0].text} is not expanded: no shell reads this command`;
      return { index, message, suggestion: suggestionFor(word, command, plain) };
    }
    const [lost] = referencesIn(word, FOR_KUBERNETES, variables).filter(
      ({ variable }) => !isExpanded(variable, command),
    );
    return lost ? { index, message: `${lost.text} ${whyLost(command)}`, suggestion: inShell(command) } : [];
  });
}

interface Reference {
  readonly text: string;
  readonly variable: EnvVar;
}

const referencesIn = (
  word: string,
  form: RegExp,
  variables: ReadonlyMap<string, EnvVar>,
): readonly Reference[] =>
  [...word.matchAll(form)].flatMap(([text, name, bare]) => {
    const variable = variables.get(name ?? bare);
    return variable ? { text, variable } : [];
  });

const isExpanded = ({ valueFrom }: EnvVar, { use }: WrittenCommand) =>
  use !== 'hook' && (use !== 'probe' || !valueFrom);

const whyLost = ({ use }: WrittenCommand) =>
  use === 'hook'
    ? 'is not expanded: Kubernetes expands no variables in hooks'
    : 'becomes an empty text: in a probe, Kubernetes knows only variables with a value';

/** Options whose value is a script, and programs that take a script or names of variables. */
const SCRIPT_OPTION = /^(-[a-z]*[ce]|--?(eval|command|exec|expression))$/;
const READS_SCRIPT = /^(envsubst|g?awk|jq|yq|perl|sed)$/;

/** How many words nobody reads as a script: those before a shell, or before an option for one. */
function endOfPlainWords(words: readonly string[]): number {
  const end = words.findIndex(
    (word) => isShell(word) || SCRIPT_OPTION.test(word) || READS_SCRIPT.test(programOf(word)),
  );
  return end < 0 ? words.length : end;
}

function suggestionFor(word: string, command: WrittenCommand, references: readonly Reference[]): string {
  if (!references.every(({ variable }) => isExpanded(variable, command))) return inShell(command);
  const names = new Set(references.map(({ variable }) => variable.name));
  const written = word.replace(FOR_A_SHELL, (text: string, name?: string, bare?: string) =>
    names.has(name ?? bare) ? `$(${name ?? bare})` : text,
  );
  return `write it as ${quote(written)}`;
}

const SIMPLE_WORD = /^[\w./:=@%+,-]+$/;

/** The same command for a shell, which also has the variables. */
function inShell({ words }: WrittenCommand): string {
  if (endOfPlainWords(words) < words.length) return 'let the shell expand it: write it as "$NAME"';
  const script = words
    .map((word) => (SIMPLE_WORD.test(word) ? word : `"${word.replace(/["\\`]/g, '\\$&')}"`))
    .join(' ')
    .replace(FOR_KUBERNETES, (_, name: string) => `$${name}`);
  return `let a shell expand it: ${json(['sh', '-c', script])}`;
}
