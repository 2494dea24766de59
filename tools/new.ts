/**
 * Writes the skeleton of a new pattern, rule, kind or command, which the tests of the catalogues then guide:
 *
 *     npm run new -- rule pull-secret
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { closest } from '../lib/validate/closest';
import type { Plan } from './new/skeleton';
import { SKELETONS } from './new/skeletons';

const ROOT = join(__dirname, '..');

/**
 * Writes the files, once all of them are known and formatted.
 *
 * @throws Error if the word or the name is invalid, or a file exists: nothing is written then
 */
export function writeSkeleton(word: string, name: string, root: string): Plan {
  if (!Object.hasOwn(SKELETONS, word)) {
    const words = Object.keys(SKELETONS);
    const meant = closest(word, words);
    throw new Error(
      `unknown skeleton "${word}": ${meant ? `did you mean "${meant}"?` : `use ${words.join(', ')}`}`,
    );
  }
  const plan = SKELETONS[word].plan(name, (path) => readIfThere(join(root, path)));
  const taken = [...plan.created.keys()].find((file) => existsSync(join(root, file)));
  if (taken) throw new Error(`${taken} exists: choose another name than "${name}"`);
  for (const [file, text] of formatted([...plan.created, ...plan.changed], root)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return plan;
}

const readIfThere = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

const bin = (...path: string[]) => join(ROOT, 'node_modules', ...path);

const run = (cwd: string, argv: string[], input?: string) =>
  execFileSync(process.execPath, argv, { cwd, input, encoding: 'utf8' });

/** Prettier's API is asynchronous, and its command line formats files where they are. */
function formatted(files: [path: string, text: string][], root: string): [path: string, text: string][] {
  const sources = files.filter(([file]) => file.endsWith('.ts'));
  const input = JSON.stringify(Object.fromEntries(sources));
  const texts = JSON.parse(run(root, [join(__dirname, 'new/format.mjs')], input));
  return files.map(([file, text]) => [file, texts[file] ?? text]);
}

const generate = (root: string) =>
  run(root, [bin('ts-node/dist/bin.js'), '-P', 'tsconfig.dev.json', '-T', 'tools/generate.ts']);

const usage = () =>
  ['usage: npm run new -- WORD NAME, such as']
    .concat(
      Object.entries(SKELETONS).map(
        ([word, { description, example }]) => `  ${`${word} ${example}`.padEnd(32)} ${description}`,
      ),
    )
    .join('\n');

function report({ created, changed, next }: Plan): string {
  const files = [...created.keys()].map((file) => `created ${file}`);
  const lists = [...changed.keys()].map((file) => `changed ${file}`);
  const steps = next.map((step, index) => `${index + 1}. ${step}`);
  return [...files, ...lists, '', 'Next:', ...steps].join('\n');
}

/** What a command line prints, and its exit code. */
export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Carries out a command line in a repository. */
export function carryOut([word, ...name]: readonly string[], root: string): Result {
  const refused = (stderr: string): Result => ({ code: 2, stdout: '', stderr });
  if (!word || !name.length) return refused(usage());
  try {
    const plan = writeSkeleton(word, name.join(' '), root);
    if (SKELETONS[word].generates) generate(root);
    return { code: 0, stdout: report(plan), stderr: '' };
  } catch (error) {
    return refused((error as Error).message);
  }
}

if (require.main === module) {
  const { code, stdout, stderr } = carryOut(process.argv.slice(2), ROOT);
  if (stdout) console.log(stdout);
  if (stderr) console.error(stderr);
  process.exitCode = code;
}
