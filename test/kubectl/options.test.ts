import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FlagTable, optionName } from '../../lib/kubectl/flags/flag';
import { COMMANDS } from '../../lib/kubectl/commands';
import type { Command } from '../../lib/kubectl/commands/command';
import { Kubectl } from '../../lib';

const ROOT = join(__dirname, '../../lib/kubectl');
const read = (...names: string[]) => readFileSync(join(ROOT, ...names), 'utf8');

/** Interfaces of all options, with what they extend and their members. */
function structs(): Map<
  string,
  { readonly base?: string; readonly members: readonly string[]; readonly required: readonly string[] }
> {
  const files = [...read('options', 'index.ts').matchAll(/from '([\w./-]+)'/g)].map(([, file]) =>
    read('options', `${file}.ts`),
  );
  return new Map(
    files.flatMap((file) =>
      [...file.matchAll(/export interface (\w+)(?: extends (\w+))? \{\n([^]*?)\n\}/g)].map(
        ([, name, base, body]) => {
          const members = [...body.matchAll(/readonly (\w+)(\??):/g)];
          const required = members.filter(([, , optional]) => !optional);
          return [
            name,
            {
              base,
              members: members.map(([, member]) => member),
              required: required.map(([, member]) => member),
            },
          ] as const;
        },
      ),
    ),
  );
}

function membersOf(name: string, which: 'members' | 'required'): string[] {
  const struct = structs().get(name)!;
  return [...(struct.base ? membersOf(struct.base, which) : []), ...struct[which]].sort();
}

const OTHERS = ['kubernetesVersion', 'args'];

/** Options that a table has. */
const optionsOf = (flags: FlagTable) =>
  [
    'namespace',
    ...Object.keys(flags)
      .filter((flag) => flags[flag].option)
      .map((flag) => optionName(flag, flags[flag])),
  ].sort();

/** Name of the options of each method of Kubectl. */
const METHODS = [...read('kubectl.ts').matchAll(/public static (\w+)\([^)]*options: (\w+)/g)].map(
  ([, method, options]) => [method, options] as const,
);

const generated = Object.entries<Command>(COMMANDS).filter(
  ([name, { form }]) => form === 'generator' || name === 'expose' || name === 'autoscale',
);

const tableOf = (method: string): FlagTable | undefined =>
  generated.find(([name]) => name.replace(/\W/g, '') === method.toLowerCase())?.[1].flags;

const described = METHODS.filter(([method]) => tableOf(method));

it.each(described)('%s has an option for every flag that bears on its output', (method, options) => {
  expect(membersOf(options, 'members').filter((member) => !OTHERS.includes(member))).toEqual(
    optionsOf(tableOf(method)!),
  );
});

it.each(described)('%s needs what kubectl needs', (method, options) => {
  const flags = tableOf(method)!;
  const required = Object.keys(flags)
    .filter((flag) => flags[flag].required)
    .map((flag) => optionName(flag, flags[flag]));
  expect(membersOf(options, 'required')).toEqual(expect.arrayContaining(required));
});

it('has a method for every generator', () => {
  expect(described).toHaveLength(generated.length);
});

it('says which option may have been meant', () => {
  expect(() => Kubectl.run('web', { image: 'nginx', lables: { a: 'b' } } as never)).toThrow(
    'unknown option "lables": did you mean "labels"?',
  );
});

it('refuses a key that would be read as another', () => {
  expect(() => Kubectl.createConfigMap('c', { fromLiteral: { 'a=b': 'c' } })).toThrow(
    'fromLiteral has a key "a=b": a key cannot contain "="',
  );
});
