import { COMMANDS } from '../../lib/kubectl/commands';
import type { Command } from '../../lib/kubectl/commands/command';
import { allKinds } from '../../lib/validate/schema/schema';
import { type CommandNames, commandText, flagsText, generateText, optionsText } from './command-texts';
import { registered } from './command-places';
import { kebabOf, nameOf, type Skeleton } from './skeleton';

/** A command of kubectl that makes one object from flags. */
export const COMMAND: Skeleton = {
  description: 'a command of kubectl that makes an object from flags',
  example: 'create quota',
  generates: false,
  plan(given, read) {
    const names = commandNames(given);
    const { folder } = names;
    const files = { flags: flagsText, options: optionsText, generate: generateText, command: commandText };
    return {
      created: new Map(Object.entries(files).map(([file, text]) => [`${folder}/${file}.ts`, text(names)])),
      changed: registered(names, read),
      next: [
        `${folder}/flags.ts: the flags of kubectl, and in options.ts the option of each`,
        `${folder}/generate.ts: replace the example by what kubectl does, with its errors word for word`,
        `${folder}/command.ts: its aliases, and what help shows`,
        'test/kubectl/examples.ts: a command line that shows its flags, and the same in code',
        'lib/kubectl/kubectl.ts: remove "= {}" from its method if an option is required',
        'docs/kubectl.md: move its name to where it belongs in the table',
        'npm run update-api',
        `npx jest test/kubectl/commands -t '${names.name}' names what is missing`,
        'compare the output with that of a real kubectl',
      ],
    };
  },
};

const commands: { readonly [name: string]: Command } = COMMANDS;

/** Commands below which others are. */
const PARENTS = [...new Set(Object.keys(COMMANDS).map((name) => name.split(' ').slice(0, -1).join(' ')))]
  .filter(Boolean)
  .sort((a, b) => b.length - a.length);

/** @throws Error with a suggestion, if there can be no such generator */
function commandNames(given: string): CommandNames {
  const id = nameOf(given.replaceAll(' ', '-'));
  const existing = Object.keys(COMMANDS).find((name) => kebabOf(name) === id.kebab);
  if (existing) throw new Error(`"${existing}" exists: see lib/kubectl/commands/${id.kebab}`);
  const parent = PARENTS.find((name) => id.kebab.startsWith(`${kebabOf(name)}-`));
  if (parent === 'set') {
    throw new Error(
      `"set" commands change manifests: copy lib/kubectl/commands/set-image as a start instead`,
    );
  }
  if (!parent) assertFirstWord(id.kebab);
  const last = parent ? id.kebab.slice(parent.length + 1) : id.kebab;
  const kind = [...allKinds().values()].find((one) => one.kind.toLowerCase() === last.replaceAll('-', ''));
  return {
    id,
    name: parent ? `${parent} ${last}` : last,
    parent,
    last,
    folder: `lib/kubectl/commands/${id.kebab}`,
    kind: kind ?? { apiVersion: 'v1', kind: 'ConfigMap', namespaced: true },
  };
}

/** Whether a dash stands for a space can be told only of subcommands. */
function assertFirstWord(name: string): void {
  const [first] = name.split('-');
  if (first === name) return;
  const leaf = Object.hasOwn(commands, first)
    ? `"${first}" has no subcommands`
    : `there is no command "${first}"`;
  throw new Error(
    `invalid name "${name}": ${leaf}; use one of ${PARENTS.join(', ')} before the dash, or one word`,
  );
}
