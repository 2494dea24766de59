import { quote } from '../../../go/format';
import type { FieldPath } from '../../path';
import { defineRule } from '../../rule';
import { commandsOf, type WrittenCommand } from '../commands';
import type { Lint, LintedContainer, Report } from '../pod';
import { mayHaveSecret } from '../predicates';
import { processOfWords } from '../shell/process';
import { secretWordIn } from './arguments';
import { hasEmbeddedSecret, isSecret, mayBeSecret, valueOf } from './literal';
import { type SecretLine, secretLinesIn } from './text';

/**
 * Whoever may read Pods, ConfigMaps or the files with manifests has the secret; arguments are in the list of
 * processes, too. The messages do not repeat it.
 */
export const SECRET_LITERAL = defineRule<Lint>({
  id: 'secret-literal',
  stage: 'lint',
  section: 'containers',
  level: 'warning',
  mistake: 'a password, token or key as text in `command`, `args`, `env` or a ConfigMap, also in a URL',
  why: 'everyone who can read the Pod, the ConfigMap or the manifest knows it',
  suggestion: 'refer to a Secret',
  when: [mayHaveSecret],
  judge({ containers }, report) {
    for (const container of containers) {
      reportVariables(container, report);
      for (const command of commandsOf(container)) reportCommand(command, container, report);
    }
  },
  judgeConfigMap(data, path, report) {
    for (const [key, text] of Object.entries(data)) {
      if (!MAY_HOLD.test(key) && !MAY_HOLD.test(text)) continue;
      const found = isSecret(key, text) ? valueOf(quote(key)) : secretIn(key, data);
      if (found) report(path.key(key), `${found} is plain text in a ConfigMap`, 'move it to a Secret');
    }
  },
});

const MAY_HOLD = /pass|pwd|secret|token|key|auth|@|userlist/i;

type Data = { readonly [key: string]: string };

function secretIn(key: string, data: Data): string | undefined {
  const text = data[key];
  for (const found of secretLinesIn(key, text)) {
    if (isReplaced(found, data)) continue;
    return text.includes('\n') ? `${found.what} in line ${found.line}` : found.what;
  }
  return undefined;
}

/** Whether a script beside it puts something else in its place, such as `sed s/VALUE/$PASSWORD/`. */
const isReplaced = ({ value }: SecretLine, data: Data) =>
  value !== undefined &&
  Object.values(data).some((text) =>
    ['/', '|', '#', ','].some((mark) => text.includes(`s${mark}${value}${mark}`)),
  );

function reportVariables({ spec: { env = [] }, path }: LintedContainer, report: Report): void {
  env.forEach(({ name = '', value }, index) => {
    if (!value || !(mayBeSecret(name) || mayBeSecret(value))) return;
    const place: FieldPath = path.field('env').index(index).field('value');
    if (isSecret(name, value)) {
      report(place, `${valueOf(quote(name))} is plain text`, FROM_SECRET);
    } else if (hasEmbeddedSecret(value)) {
      report(place, `${valueOf(quote(name))} contains a secret as plain text`, PART_FROM_SECRET);
    }
  });
}

const FROM_SECRET = 'take it from a Secret: valueFrom.secretKeyRef in place of value';
const PART_FROM_SECRET =
  'take the password from a Secret, as a variable before this one, and write $(NAME) in its place';

/** One finding a command: what is in it is known to everyone once it is known. */
function reportCommand({ words, at, use }: WrittenCommand, container: LintedContainer, report: Report): void {
  if (!words.some(mayBeSecret)) return;
  const ownProcess = use === 'program' || use === 'arguments';
  const { script, parameters } = ownProcess ? container.process : processOfWords(words);
  const plain = parameters ? undefined : secretWordIn(words);
  const what = plain?.what ?? (parameters ? secretInScript(script.commands, script.text) : undefined);
  if (!what) return;
  const index = plain?.index ?? words.indexOf(script.text);
  report(
    at(index),
    `${what} is plain text`,
    'take it from a Secret: a variable with valueFrom.secretKeyRef, or a mounted file',
  );
}

function secretInScript(commands: readonly { readonly words: readonly string[] }[], text: string) {
  for (const { words } of commands) {
    const found = secretWordIn(words);
    if (found) return found.what;
  }
  for (const [, name, value] of text.matchAll(ASSIGNMENT)) if (isSecret(name, value)) return name;
  return undefined;
}

/** An assignment before a command. */
const ASSIGNMENT = /(?:^|[\s;&|])([A-Za-z_]\w{0,80})=("[^"\n]{1,256}"|'[^'\n]{1,256}'|[^\s;&|"']{1,256})/g;
