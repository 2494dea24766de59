import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { run } from '../../lib/cli/run';
import { type Block, blocksOf, programsOf } from './blocks';
import { runProgram, typeErrors } from './run-program';

const ROOT = join(__dirname, '../..');
const UPDATE = process.env.UPDATE_DOCS === '1';

const markdown = (folder: string): string[] => readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));

const FILES = ['README.md', ...markdown('docs')];

/** Compares an output with its block, or writes it there. */
function compare(file: string, block: Block, output: string): void {
  if (!UPDATE) return expect(block.code).toBe(output);
  const path = join(ROOT, file);
  const current = blocksOf(path).find(({ line }) => line === block.line) ?? block;
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.slice(0, current.start) + output + text.slice(current.end));
}

describe.each(FILES)('%s', (file) => {
  const programs = programsOf(blocksOf(join(ROOT, file))).reverse();

  test.each(programs.map(({ program, output }) => [program.line, program, output] as const))('program in line %d', (_, program, output) => {
    const { manifests, lines, error } = runProgram(program.code);
    expect(Boolean(error)).toBe(program.note === 'throws');
    if (output) compare(file, output, error || (output.language === 'yaml' ? manifests : lines));
    else expect(manifests + lines).toBe('');
  });

  test('links lead somewhere', () => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    const links = [...text.matchAll(/\]\((?!https:)([^)#]+)/g)].map(([, link]) => link);
    for (const link of links) expect(() => readFileSync(join(ROOT, file, '..', link))).not.toThrow();
  });
});

test('all programs compile', () => {
  const programs = FILES.flatMap((file) => programsOf(blocksOf(join(ROOT, file))).map(({ program: { line, code } }) => ({ name: `${file} ${line}`, code })));
  expect(typeErrors(programs)).toEqual([]);
});

test('the command in the README prints what the README says', () => {
  const blocks = blocksOf(join(ROOT, 'README.md'));
  const at = blocks.findIndex(({ code }) => code.startsWith('$ npx pod-patterns validate pod.yaml'));
  let printed = '';
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n  - name: nginx\n    imgae: nginx:1.27\n';
  const code = run(['validate', 'pod.yaml'], { out: (text) => { printed += text; }, err: () => undefined, read: () => Buffer.from(pod) });
  expect(code).toBe(1);
  compare('README.md', blocks[at + 1], printed);
});

test('the set-up commands of the README are those that CI runs', () => {
  const setUp = blocksOf(join(ROOT, 'README.md')).find(({ code }) => code.startsWith('npm ci'))!;
  const ci = readFileSync(join(ROOT, '.ci/run'), 'utf8');
  const commands = setUp.code.trim().split('\n').map((line) => line.split('#')[0].trim());
  expect(commands).toEqual(['npm ci && npm run synth', 'npm cit']);
  for (const command of commands.flatMap((line) => line.split(' && '))) expect(ci).toContain(command);
});

test('every option of a pattern is in its page', () => {
  const api = readFileSync(join(ROOT, 'lib/index.ts'), 'utf8');
  for (const page of markdown('docs/patterns')) {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const name = page.split('/').at(-1)!.replace('.md', '');
    const source = readFileSync(join(ROOT, 'patterns', `${name}.ts`), 'utf8');
    expect(api).toContain(`patterns/${name}`);
    const structs = [...source.matchAll(/export interface \w+Options(?: extends \w+)? \{\n([^]*?)\n\}/g)];
    const options = structs.flatMap(([, body]) => [...body.matchAll(/readonly (\w+)\??:/g)].map(([, option]) => option));
    expect(options.length).toBeGreaterThan(3);
    for (const option of options) expect(text).toContain(`| \`${option}\` |`);
  }
});
