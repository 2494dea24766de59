import { closest } from '../validate/closest';
import { KUBECTL_COMMANDS } from './kubectl/command-names';
import { COMMANDS } from './options/command';
import { PROGRAM_NAME } from './program-names';

/** Message for an unknown command, with a suggestion. */
export function unknownCommand(words: string): string {
  const problem = `unknown command '${words}'`;
  const [first, ...rest] = words.split(' ');
  if (Object.hasOwn(EQUIVALENTS, first)) return `${problem}: ${EQUIVALENTS[first]}`;
  if (first === 'kubectl' || first === 'help') {
    return `${problem}: remove ${first}: ${[PROGRAM_NAME, ...rest].join(' ')}`;
  }
  if (/[./]/.test(first)) {
    return `${problem}: to validate a file or folder: ${PROGRAM_NAME} validate ${first}`;
  }
  if (NEED_CLUSTER.has(first)) {
    return `${problem}: kubectl ${first} needs a cluster, and this program works without one`;
  }
  const near = closest(words, FIRST_WORDS) ?? nestedCommand(words);
  if (!near && isRule(words)) return `${problem}: ${PROGRAM_NAME} explain-rule ${words}`;
  return `${problem}: ${near ? `did you mean ${near}?` : `use one of ${FIRST_WORDS.join(', ')}`}`;
}

/** What a command line may begin with. */
const FIRST_WORDS: readonly string[] = [...COMMANDS.map(({ name }) => name), 'help', ...KUBECTL_COMMANDS];

/** Commands of other programs, and their equivalents. */
const EQUIVALENTS: { readonly [word: string]: string } = {
  version: `use ${PROGRAM_NAME} --version`,
  ...Object.fromEntries(
    ['check', 'lint', 'scan', 'test', 'verify'].map((word) => [word, 'did you mean validate?']),
  ),
};

function isRule(word: string): boolean {
  const { ruleNamed } = require('../validate/catalogue') as typeof import('../validate/catalogue');
  return ruleNamed(word) !== undefined;
}

/** Commands of kubectl that only a cluster can answer. */
const NEED_CLUSTER: ReadonlySet<string> = new Set([
  'api-resources',
  'api-versions',
  'attach',
  'auth',
  'certificate',
  'cluster-info',
  'cordon',
  'cp',
  'debug',
  'delete',
  'describe',
  'diff',
  'drain',
  'edit',
  'events',
  'exec',
  'get',
  'logs',
  'port-forward',
  'proxy',
  'replace',
  'rollout',
  'scale',
  'taint',
  'top',
  'uncordon',
  'wait',
]);

/** A command below another one, also if the first word is missing: `deployment` is `create deployment`. */
function nestedCommand(words: string): string | undefined {
  const { kubectlPaths } = require('./kubectl/index') as typeof import('./kubectl/index');
  const nested = kubectlPaths().filter((path) => path.includes(' '));
  const lastWord = (path: string) => path.split(' ').at(-1)!;
  const last = closest(words, nested.map(lastWord), 1);
  return closest(words, nested) ?? nested.find((path) => lastWord(path) === last);
}
