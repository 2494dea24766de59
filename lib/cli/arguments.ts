import { parseArgs } from 'node:util';
import { closest } from '../validate/closest';
import { minorOf, minorsOf } from '../validate/kubernetes-version';
import { type RuleLevels, ruleLevelsOf } from '../validate/lint/levels';
import { type PodSecurity, podSecurityOf } from '../validate/pod-security/policy';

/** What a command line asks for. */
export type Request =
  | { readonly command: 'help' | 'version' }
  | { readonly command: 'validate'; readonly files: readonly string[]; readonly format: Format; readonly minors: readonly number[]; readonly podSecurity?: PodSecurity; readonly rules?: RuleLevels };

export type Format = 'text' | 'status';
const FORMATS: readonly Format[] = ['text', 'status'];

/** A command line that makes no sense, in words for the user. */
export class UsageError extends Error {}

const OPTIONS = {
  'kubernetes-version': { type: 'string' },
  'pod-security': { type: 'string' },
  rule: { type: 'string', multiple: true },
  format: { type: 'string', default: 'text' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/**
 * Reads the arguments after the program's name.
 *
 * @throws UsageError
 */
export function requestOf(argv: readonly string[]): Request {
  const { values, positionals: [command, ...files] } = parsed(argv);
  if (values.version) return { command: 'version' };
  if (values.help || command === 'help' || command === undefined) return { command: 'help' };
  if (command !== 'validate') throw new UsageError(`there is no command "${command}": use validate`);
  if (!files.length) throw new UsageError('validate needs a file: name one or more, or - for standard input');
  const minors = known(() => versionsOf(values['kubernetes-version']));
  const podSecurity = known(() => policyOf(values['pod-security']));
  const rules = known(() => rulesOf(values.rule));
  return { command, files, format: formatOf(values.format), minors, podSecurity, rules };
}

function parsed(argv: readonly string[]): ReturnType<typeof parseOptions> {
  const unknown = argv.slice(0, argv.includes('--') ? argv.indexOf('--') : undefined)
    .map((argument) => /^--([^=]+)/.exec(argument)?.[1])
    .find((name) => name !== undefined && !(name in OPTIONS));
  if (unknown !== undefined) {
    const near = closest(unknown, Object.keys(OPTIONS));
    throw new UsageError(`there is no option --${unknown}${near ? `: did you mean --${near}?` : ''}`);
  }
  try {
    return parseOptions(argv);
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0]);
  }
}

const parseOptions = (argv: readonly string[]) => parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });

function formatOf(text: string): Format {
  const format = FORMATS.find((known) => known === text);
  if (!format) throw new UsageError(`there is no format "${text}": use ${FORMATS.join(' or ')}`);
  return format;
}

/** One version, or several separated by commas. */
const versionsOf = (versions: string | undefined) => (versions === undefined ? [minorOf(undefined)] : minorsOf(versions.split(',')));

const policyOf = (text: string | undefined) => (text === undefined ? undefined : podSecurityOf(text));

/** `ID=LEVEL`, any number of times: the last counts. */
const rulesOf = (texts: readonly string[] | undefined) => texts && ruleLevelsOf(Object.fromEntries(texts.map(ruleOf)));

function ruleOf(text: string): readonly [rule: string, level: string] {
  const [rule, level] = text.split('=');
  if (level === undefined) throw new Error(`--rule "${text}" has no level: write --rule ${rule}=off`);
  return [rule, level];
}

/** The value of an option; that it is none that is known is the user's matter. */
function known<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
