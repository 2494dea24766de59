import { type CommandNames, methodOf, methodText, optionsOf, summaryOf } from './command-texts';
import { insertBefore, insertLast, insertSorted } from './insert';
import type { Read } from './skeleton';

type Change = (text: string, names: CommandNames) => string;

/** The files that list commands with their new text. */
export const registered = (names: CommandNames, read: Read): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(PLACES)
      .map(([path, change]) => [path, change(read(path), names)] as const)
      .filter(([path, text]) => text !== read(path)),
  );

const PLACES: { readonly [path: string]: Change } = {
  'lib/kubectl/commands/index.ts': (text, names) => listed(imported(text, names), names),
  'lib/kubectl/options/index.ts': (text, { id }) =>
    insertSorted(
      text,
      `export { ${optionsOf(id)} } from '../commands/${id.kebab}/options';`,
      /^export \{.* from '\.\.\/commands\/([\w-]+)\/options';$/,
    ),
  'lib/kubectl/kubectl.ts': (text, names) =>
    withMethod(insertSorted(text, `  ${optionsOf(names.id)},`, /^ {2}(Kubectl\w+Options),$/), names),
  'lib/cli/kubectl/command-names.ts': (text, { name, parent }) =>
    parent ? text : insertLast(text, `  '${name}',`, /^ {2}'[\w-]+',$/),
  'test/kubectl/examples.ts': (text, { id, name }) =>
    insertBefore(text, exampleText(methodOf(id), name), /^\};\n\n\/\*\* The words of an example/m),
  'docs/kubectl.md': documented,
};

const imported: Change = (text, { id }) =>
  insertSorted(
    text,
    `import { ${id.constant} } from './${id.kebab}/command';`,
    /^import \{.* from '\.\/([\w-]+)\/command';$/,
  );

/** A subcommand follows its parent's others. */
function listed(text: string, { id, name, parent }: CommandNames): string {
  if (!parent) return insertBefore(text, `  ${name}: ${id.constant},\n`, nextFirstWord(text, name));
  return insertLast(text, `  '${name}': ${id.constant},`, new RegExp(`^  '?${parent}\\b.*,$`));
}

function nextFirstWord(text: string, name: string): RegExp {
  const words = [...text.matchAll(/^ {2}(\w+): [A-Z_]+,$/gm)].map(([, word]) => word);
  const next = words.find((word) => word > name);
  return next ? new RegExp(`^  ${next}: `, 'm') : /^\} satisfies/m;
}

const METHOD_END =
  /(?<=generator\(\)\.generateFromOptions\((?:(?!generateFromOptions\()[^])*\n {2}\}\n)(?![^]*generateFromOptions\()/;

const withMethod: Change = (text, names) => insertBefore(text, methodText(names), METHOD_END);

const exampleText = (method: string, name: string) => `  '${name}': {
    line: '${name} n --label=a',
    inCode: () => Kubectl.${method}('n', { label: 'a' }),
  },
`;

function documented(text: string, { name, parent, last, kind }: CommandNames): string {
  if (!parent) return insertLast(text, `| \`${name}\` | ${summaryOf(kind.kind)} |`, /^\| `run` \|/);
  const shown = parent === 'create' ? last : name.replace('create ', '');
  return insertBefore(text, `, \`${shown}\``, /(?<=^\| `create …` \| .*) \|$/m);
}
