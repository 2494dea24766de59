import type { Command, Option } from 'commander';
import { closest } from '../validate/closest';
import { PROGRAM_NAME } from './program-names';
import { unknownCommand } from './unknown-command';

/** Rewrites the argument library's messages in our format. */
export function misuseText(text: string, command: Command): string {
  const [line] = text.trimEnd().split('\n');
  for (const [pattern, said] of MISUSES) {
    const match = pattern.exec(line);
    if (match) return `${PROGRAM_NAME}: ${said(match[1], command)}\n`;
  }
  return `${line.replace(/^error: /, `${PROGRAM_NAME}: `)}\n`;
}

/** Messages of the library, by what they begin with, and what is said in their place of the word in them. */
const MISUSES: readonly (readonly [RegExp, (word: string, command: Command) => string])[] = [
  [/unknown option '(.*)'/, unknownOption],
  [/unknown command '(.*)'/, unknownCommand],
  [
    /option '(.*)' argument missing/,
    (flags, { options }) =>
      `${flags} needs a value${valuesOf(options.find((option) => option.flags === flags))}`,
  ],
  [
    /too many arguments for '(.*)'\./,
    (name, command) =>
      `${name} takes one ${command.registeredArguments[0].name()}, not ${command.args.map((word) => JSON.stringify(word)).join(' ')}: run it once per argument`,
  ],
  [/missing required argument '(.*)'/, (name, command) => `missing ${name}: ${choicesOf(command)}`],
  [
    /value '(.*)' is invalid for argument/,
    (value, command) =>
      `unknown ${command.registeredArguments[0].name()} ${JSON.stringify(value)}: ${choicesOf(command)}`,
  ],
];

/** Options that other programs have for the files to read. */
const FILE_OPTIONS: ReadonlySet<string> = new Set([
  '-f',
  '--file',
  '--files',
  '--filename',
  '-R',
  '--recursive',
  '-d',
  '--dir',
  '--directory',
]);

/** Options of kubeconform and similar programs, and their equivalents. */
const EQUIVALENTS: { readonly [word: string]: string } = {
  '--strict': 'unknown and duplicate fields are always errors',
  '--ignore-missing-schemas': 'allow custom resources with --custom-resource=GROUP',
  '--schema-location': 'the schemas of Kubernetes are built in',
  '--exclude': 'did you mean --ignore?',
  '--skip':
    'ignore files with --ignore, allow custom resources with --custom-resource, disable rules with --rule ID=off',
  '--disable': 'use --rule ID=off',
  '--k8s-version': 'did you mean --kubernetes-version?',
  '--psa': 'did you mean --pod-security?',
  '--pss': 'did you mean --pod-security?',
  '--recursive': 'folders are always read recursively',
  ...Object.fromEntries(
    ['json', 'sarif', 'junit', 'github'].map((format) => [`--${format}`, `use --format=${format}`]),
  ),
};

function unknownOption(option: string, command: Command): string {
  const [word, value] = option.split('=');
  const flag = command.options.find(({ long }) => long === word);
  if (value !== undefined && flag) {
    return `${word} takes no value, but has "${value}": use ${word} alone or remove it`;
  }
  if (Object.hasOwn(EQUIVALENTS, word)) return `unknown option '${option}': ${EQUIVALENTS[word]}`;
  const near = FILE_OPTIONS.has(word)
    ? ''
    : (misplaced(word, command) ?? didYouMean(word, [...command.options.map(({ long }) => long!), '--help']));
  const isFile = command.name() === 'validate' && (FILE_OPTIONS.has(word) || /^-f/.test(word));
  return `unknown option '${option}'${near || (isFile ? `: pass files and folders as arguments, as in ${PROGRAM_NAME} validate FILE` : '')}`;
}

/** An option of a command that stands before it, where only those of the program may. */
function misplaced(word: string, { commands }: Command): string | undefined {
  const owner = commands.find(({ options }) =>
    options.some(({ short, long }) => word === short || word === long),
  );
  if (owner) {
    return `: it is an option of ${owner.name()}, so put it after the command: ${PROGRAM_NAME} ${owner.name()} ${word}`;
  }
  return commands.length && /^-v$/i.test(word) ? ': did you mean --version?' : undefined;
}

function didYouMean(word: string, known: readonly string[]): string {
  const near = closest(word, known);
  return near ? `: did you mean ${near}?` : '';
}

const valuesOf = (option: Option | undefined) => (option ? `: ${option.description}` : '');

const choicesOf = ({ registeredArguments: [{ argChoices = [] }] }: Command) =>
  `use one of ${argChoices.join(', ')}`;
