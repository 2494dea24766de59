import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { completedCommands, withSubcommands } from '../../lib/cli/completion/tree';
import { KUBECTL_COMMANDS } from '../../lib/cli/kubectl/command-names';
import { Kubectl } from '../../lib';
import { COMMANDS } from '../../lib/kubectl/commands';
import type { Command } from '../../lib/kubectl/commands/command';
import { FILE_COMMANDS } from '../../lib/kubectl/commands/file-commands';
import { printed } from '../support/kubectl';
import { isWritten, missingOf, type Places, readerOf } from '../support/places';
import { argvOf, EXAMPLES, FILES } from './examples';

const ROOT = join(__dirname, '../..');
const FOLDERS = 'lib/kubectl/commands';

const readIfThere = readerOf(ROOT);

const commands = new Map(Object.entries<Command>(COMMANDS));
const folderOf = (name: string) => name.replaceAll(' ', '-');
const folders = readdirSync(join(ROOT, FOLDERS), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
/** Names of the commands in the index, and folders of none of them. */
const names = [
  ...commands.keys(),
  ...folders.filter((folder) => ![...commands.keys()].some((name) => folderOf(name) === folder)),
];

const page = readIfThere('docs/kubectl-flags.md');
const overview = readIfThere('docs/kubectl.md');
const options = readIfThere('lib/kubectl/options/index.ts');
const methods = Object.getOwnPropertyNames(Kubectl).filter(
  (name) => typeof Kubectl[name as keyof typeof Kubectl] === 'function',
);
const completed = withSubcommands(completedCommands()).map(({ path }) => path);

/** They print objects of files as they are, which code has at hand, or texts. */
const COMMAND_LINE_ONLY = ['apply', 'create', 'explain'];

const methodFor = (name: string) =>
  methods.find((method) => method.toLowerCase() === name.replace(/\W/g, '').toLowerCase());

const isGroup = (name: string) => commands.get(name)?.form === 'group';
const hasMethod = (name: string) => !isGroup(name) && !COMMAND_LINE_ONLY.includes(name);

const inFolder = (name: string, file: string) => readIfThere(`${FOLDERS}/${folderOf(name)}/${file}`);

const source = readIfThere('lib/kubectl/kubectl.ts');

/** A method names its command; one that makes an object says the same of it as help does. */
function isDocumented(name: string): boolean {
  const doc = new RegExp(`/\\*\\*\\n((?: {3}\\*.*\\n)+)  public static ${methodFor(name)}\\(`).exec(
    source,
  )?.[1];
  const text = doc?.replace(/^ {3}\* ?/gm, '').replaceAll('\n', ' ') ?? '';
  const { form, summary = '' } = commands.get(name)!;
  const start = form === 'generator' ? `${summary.replace(/^Create /, 'Creates ')}: ` : '';
  return text.startsWith(start) && text.includes(`: \`kubectl ${name} `);
}

/** The options of a method are a struct of the command's own, or one that several commands share. */
function hasOptions(name: string): boolean {
  const struct = new RegExp(`static ${methodFor(name)}\\([^)]*options: (\\w+)`).exec(source)?.[1];
  const from = inFolder(name, 'options.ts') ? `../commands/${folderOf(name)}/options` : './shared';
  return new RegExp(`^export \\{[^}]*\\b${struct}\\b[^}]*\\} from '${from}';$`, 'm').test(options);
}

/** Where a command has to be, and whether it is there. */
const PLACES: Places<[name: string]> = {
  'lib/kubectl/commands/index.ts': [
    'list it below its parent, or remove its folder in lib/kubectl/commands',
    (name) => commands.has(name),
  ],
  'command.ts': [
    'export its record, made by generator, fileCommand, reference or group, in place of the example',
    (name) => {
      const record = inFolder(name, 'command.ts');
      return (
        /^export const [A-Z_]+ = (generator|fileCommand|reference|group)\(/m.test(record) && isWritten(record)
      );
    },
  ],
  'flags.ts': [
    'write the table of its flags in place of the example',
    (name) =>
      isGroup(name) ||
      (inFolder(name, 'flags.ts') !== '' && isWritten(inFolder(name, 'flags.ts'))) ||
      inFolder(name, 'command.ts').includes('CREATE_FLAGS'),
  ],
  'generate.ts': [
    'export the function generate, in place of the example',
    (name) =>
      commands.get(name)?.form !== 'generator' ||
      (/^export (const|function) generate\b/m.test(inFolder(name, 'generate.ts')) &&
        isWritten(inFolder(name, 'generate.ts'))),
  ],
  'run.ts': [
    'write its command line there, and list it in lib/kubectl/commands/file-commands.ts',
    (name) =>
      commands.get(name)?.form !== 'files' || (inFolder(name, 'run.ts') !== '' && name in FILE_COMMANDS),
  ],
  'options.ts': [
    'write the struct of its options in place of the example, and export it in lib/kubectl/options/index.ts',
    (name) => !hasMethod(name) || (hasOptions(name) && isWritten(inFolder(name, 'options.ts'))),
  ],
  'lib/kubectl/kubectl.ts': [
    'write its method; its docstring names the command, and "Creates" and the summary if it makes an object',
    (name) => !hasMethod(name) || (methodFor(name) !== undefined && isDocumented(name)),
  ],
  'test/kubectl/examples.ts': [
    'write a command line that begins with the name, and the same in code',
    (name) => isGroup(name) || EXAMPLES[name]?.line.startsWith(`${name} `),
  ],
  'docs/kubectl-flags.md': [
    'run npm run update-api',
    (name) => isGroup(name) || page.includes(`\n## ${name}\n`),
  ],
  'docs/kubectl.md': [
    'name it in the table of commands',
    (name) =>
      isGroup(name) || new RegExp(`^\\|.*[\`| ]${name.split(' ').at(-1)}[\`\\\\ ].*\\|$`, 'm').test(overview),
  ],
  help: [
    'make it say the name and the summary: the record must be in lib/kubectl/commands/index.ts',
    (name) => {
      const { stdout } = printed([...name.split(' '), '--help']);
      return stdout.startsWith(`kubectl ${name}: ${commands.get(name)?.summary}\n`);
    },
  ],
  'help of its parent': [
    'list the parent as a command, too: its help names its subcommands',
    (name) => {
      const parent = name.split(' ').slice(0, -1);
      const listed = new RegExp(`^  ${name.split(' ').at(-1)} +\\S`, 'm');
      return !parent.length || listed.test(printed([...parent, '--help']).stdout);
    },
  ],
  completion: [
    'make it offer the name: the record must be in lib/kubectl/commands/index.ts',
    (name) => completed.includes(name),
  ],
  'lib/cli/kubectl/command-names.ts': [
    'add its first word',
    (name) => KUBECTL_COMMANDS.has(name.split(' ')[0]),
  ],
};

test.each(names)('%s is in all its places', (name) => {
  expect(missingOf(PLACES, name)).toEqual([]);
});

test('nothing is left of a command that was removed', () => {
  expect(Object.keys(EXAMPLES).filter((name) => !commands.has(name))).toEqual([]);
  expect([...KUBECTL_COMMANDS].filter((word) => !commands.has(word))).toEqual([]);
  const shown = [...page.matchAll(/^In code: \[`Kubectl\.(\w+)\(/gm)].map(([, method]) => method);
  expect(shown.sort()).toEqual([...commands.keys()].filter(hasMethod).map(methodFor).sort());
});

const inCode = Object.entries(EXAMPLES).flatMap(([name, example]) =>
  example.inCode ? [[name, example, example.inCode] as const] : [],
);

test.each(inCode)('%s makes the same in code as on the command line', (_, example, make) => {
  expect(printed(argvOf(example), FILES)).toEqual({ code: 0, stdout: make().toYaml(), stderr: '' });
});

test('every method but one that needs a certificate has an example in code', () => {
  expect([...commands.keys()].filter((name) => hasMethod(name) && !EXAMPLES[name]?.inCode)).toEqual([
    'create secret tls',
  ]);
});

test('CONTRIBUTING names each place', () => {
  const [, recipe] = /^## A new kubectl command$([^]*?)^## /m.exec(readIfThere('CONTRIBUTING.md'))!;
  const named = Object.keys(PLACES).filter((place) => place.includes('.'));
  expect(named.filter((place) => !recipe.includes(`\`${place}\``))).toEqual([]);
});
