import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isKubectl } from '../../lib/cli/kubectl/command-names';
import { run } from '../../lib/cli/program';
import { printed as kubectlPrints } from '../support/kubectl';
import { memoryWorld } from '../support/memory-world';
import { type Block, blocksOf, COMMAND, filesOf, isFile, rewrite, runnables } from './blocks';
import { markdown, PAGES, ROOT } from './pages';
import { runProgram, typeErrors } from './run-program';

const UPDATE = process.env.UPDATE_DOCS === '1';

/** Whose files and commands make an app, as a test of its own tries. */
const APP = 'docs/getting-started.md';

const programsOf = (blocks: readonly Block[]) =>
  runnables(blocks, 'ts').filter(({ block }) => !isFile(block));

/** Compares an output with its block, or writes it there. */
function compare(file: string, block: Block, output: string): void {
  if (UPDATE) rewrite(join(ROOT, file), block, output);
  else expect(block.code).toBe(output);
}

const OWN = new Set(['validate']);

/** Words of a command, quotes resolved, up to a redirection. */
const wordsOf = (command: string) =>
  [
    ...command
      .replace(COMMAND, '')
      .replace(/ > \S+$/, '')
      .matchAll(/(?:'[^']*'|[^ '])+/g),
  ].map(([word]) => word.replaceAll("'", ''));

/** What a command of kubectl prints; what it writes to a file is there for those that follow. */
function printedByKubectl(command: string, files: { [name: string]: string }): string {
  const { stdout, stderr } = kubectlPrints(wordsOf(command), files);
  const file = / > (\S+)$/.exec(command)?.[1];
  if (file === undefined) return stdout + stderr;
  files[file] = stdout;
  return stderr;
}

/** What commands print, one after the other, where these are the files. */
async function printedBy(commands: string, files: { readonly [name: string]: string }): Promise<string> {
  let printed = '';
  const print = (text: string) => {
    printed += text;
  };
  const written: { [name: string]: string } = { ...files };
  for (const command of commands.trim().split('\n')) {
    if (isKubectl(wordsOf(command), OWN)) {
      print(printedByKubectl(command, written));
      continue;
    }
    await run(command.replace(COMMAND, '').split(' '), {
      ...memoryWorld({ ...written }),
      out: print,
      err: print,
    });
  }
  return printed;
}

describe.each(PAGES)('%s', (file) => {
  const blocks = blocksOf(join(ROOT, file));
  const programs = programsOf(blocks);
  const commands = runnables(blocks, 'console').filter(
    ({ block }) => file !== APP && COMMAND.test(block.code),
  );

  for (const { block, output } of commands) {
    test(`command in line ${block.line}`, async () =>
      compare(file, output!, await printedBy(block.code, filesOf(blocks))));
  }

  for (const { block, output } of programs) {
    test(`program in line ${block.line}`, () => {
      const { manifests, lines, error } = runProgram(block.code);
      expect(Boolean(error)).toBe(block.note === 'throws');
      if (output) compare(file, output, error || (output.language === 'yaml' ? manifests : lines));
      else if (block.note !== 'passes') expect(manifests + lines).toBe('');
    });
  }
});

test('all programs compile', () => {
  const programs = PAGES.flatMap((file) =>
    programsOf(blocksOf(join(ROOT, file))).map(({ block: { line, code } }) => ({
      name: `${file} ${line}`,
      code,
    })),
  );
  expect(typeErrors(programs)).toEqual([]);
});

test('the set-up commands of the README are those that CI runs', () => {
  const setUp = blocksOf(join(ROOT, 'README.md')).find(({ code }) => code.startsWith('npm ci'))!;
  const ci = readFileSync(join(ROOT, '.ci/run'), 'utf8');
  const commands = setUp.code
    .trim()
    .split('\n')
    .map((line) => line.split('#')[0].trim());
  expect(commands).toEqual(['npm ci && npm run synth', 'npm cit']);
  for (const command of commands.flatMap((line) => line.split(' && '))) expect(ci).toContain(command);
});

interface Struct {
  readonly properties?: readonly { readonly name: string }[];
  readonly interfaces?: readonly string[];
}

const { types } = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8')) as {
  readonly types: { readonly [name: string]: Struct };
};

/** Options of a struct and of those that it extends. */
function optionsOf(struct: string): string[] {
  const { properties = [], interfaces = [] } = types[struct];
  return [...properties.map(({ name }) => name), ...interfaces.flatMap(optionsOf)];
}

test('every option of a pattern is in its page', () => {
  const api = readFileSync(join(ROOT, 'lib/index.ts'), 'utf8');
  for (const page of markdown('docs/patterns')) {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const name = page.split('/').at(-1)!.replace('.md', '');
    const source = readFileSync(join(ROOT, 'patterns', `${name}.ts`), 'utf8');
    expect(api).toContain(`patterns/${name}`);
    const structs = [...source.matchAll(/^export interface (\w+Options)\b/gm)];
    const options = structs.flatMap(([, struct]) => optionsOf(`cdk8s-pod-patterns.${struct}`));
    expect(options.length).toBeGreaterThan(3);
    for (const option of options) expect(text).toContain(`| \`${option}\` |`);
  }
});
