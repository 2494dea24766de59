import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../../lib/cli/kubectl/command';
import { KUBECTL } from '../../lib/cli/kubectl/tree';
import { COMMANDS } from '../../lib/cli/options/command';
import { longOf, type OptionSpec } from '../../lib/cli/options/option';
import type { Flag } from '../../lib/kubectl/flags/flag';
import { GLOBAL_FLAGS } from '../../lib/kubectl/flags/global';
import type { RecordedCommand } from '../../test/support/kubectl';
import type { Random } from './random';

/** A command line and the files that it may read. */
export interface CommandLine {
  readonly argv: readonly string[];
  readonly stdin: string;
  readonly files: { readonly [path: string]: string };
}

const RECORDED = readFileSync(join(__dirname, '../../test/recorded/kubectl/cases.jsonl'), 'utf8')
  .trim()
  .split('\n');

/** Command lines that are recorded with kubectl's answers: all commands but those of files. */
export const RECORDED_LINES: readonly CommandLine[] = RECORDED.map(
  (line) => JSON.parse(line) as RecordedCommand,
).map(({ argv, stdin = '', files = {} }) => ({ argv, stdin, files: textsOf(files) }));

function textsOf(files: NonNullable<RecordedCommand['files']>): CommandLine['files'] {
  const text = (content: (typeof files)[string]) =>
    typeof content === 'string' ? content : Buffer.from(content.base64, 'base64').toString();
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [path, text(content)]));
}

/** Commands of kubectl that do something, by their words. */
export const KUBECTL_LEAVES: ReadonlyMap<string, Command> = new Map(leavesOf(KUBECTL, []));

function leavesOf(command: Command, words: readonly string[]): [string, Command][] {
  const below = (command.subcommands ?? []).flatMap((each) => leavesOf(each, [...words, each.name]));
  return command.run && words.length ? [[words.join(' '), command], ...below] : below;
}

const VALUES = [
  'a',
  '',
  '-',
  'app=a',
  'a=b,c=d',
  '1',
  '0',
  '-1',
  '1.5',
  'true',
  'yaml',
  'json',
  'name',
  'wide',
  'jsonpath={.items[?(@.a==1)].b}',
  'a.yaml',
  'folder',
  '*.yaml',
  'go-template={{range.items}}{{.a}}{{end}}',
  'custom-columns=A:.metadata.name',
  '{"spec":{"a":null}}',
  '[{"op":"remove","path":"/spec"}]',
  'none',
  'client',
  'server',
  'nginx:1.27',
  '80',
  '80:8080',
  'cpu=1,memory=1Mi',
  'a/b=c:80,tls=d',
  'merge',
  'strategic',
  '5s',
  '1.30',
  '1.36',
  'deny',
  'get,list',
  'pods',
  'apps/v1',
  'a:b',
  '\u00a0',
];

/** Some of kubectl's flags for a command, with a value of whatever kind. */
export function anyFlags(command: Command, random: Random): string[] {
  const flags = Object.entries<Flag>({ ...GLOBAL_FLAGS, ...command.flags });
  return Array.from({ length: random.below(4) }, () => {
    const [name, flag] = random.pick(flags);
    const value =
      flag.values instanceof Array && random.chance(0.5) ? random.pick(flag.values) : random.pick(VALUES);
    return flag.type === 'bool' && random.chance(0.7) ? `--${name}` : `--${name}=${value}`;
  });
}

/** A command line of our own commands: each of their options is given now and then. */
export function ownLine(random: Random): string[] {
  const { name, argumentValues, options } = random.pick(COMMANDS);
  const args =
    'oneOf' in argumentValues
      ? argumentValues.oneOf()
      : ['-', 'a.yaml', 'folder', 'folder/b.yaml', 'custom.yaml', 'things.spec', '.', 'none'];
  const given = options.length
    ? Array.from({ length: random.below(5) }, () => optionWord(random.pick(options), random))
    : [];
  return [name, ...given, ...Array.from({ length: random.below(3) }, () => random.pick(args))];
}

function optionWord(option: OptionSpec, random: Random): string {
  return option.value === undefined
    ? longOf(option)
    : `${longOf(option)}=${random.chance(0.7) ? soundValue(option, random) : random.pick(VALUES)}`;
}

function soundValue({ values }: OptionSpec, random: Random): string {
  if (!values) {
    return random.pick(['1', 'a.yaml', '*.example.com', 'Thing.example.com=spec', 'Thing.example.com=none']);
  }
  if ('oneOf' in values) return random.pick(values.oneOf());
  return 'graded' in values
    ? `${random.pick(values.graded())}=${random.pick(values.levels)}`
    : random.pick(['a.yaml', 'pod-patterns.yaml', 'out/report', 'crds', 'crds/a.yaml']);
}
