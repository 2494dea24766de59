import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kubectl } from '../../lib/cli/kubectl/main';
import { WORLD } from '../../lib/cli/kubectl/world';

/** What came of a text. */
export interface Answer {
  /** The objects as they are printed. */
  readonly objects: string;
  /** What was said of it, without the place of its file. */
  readonly errors: readonly string[];
}

interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

/** Prints all manifests of a folder; changes none but for a label. */
const argvFor = (folder: string) => [
  'label',
  '--local',
  '--filename',
  folder,
  '--output',
  'json',
  'fuzz=yes',
];

/** The answers of a real kubectl to some texts, of which one process reads as many as there are. */
export const answersOf = (program: string, texts: readonly string[]): Answer[] =>
  inFolder(texts, (folder) => run(program, argvFor(folder)));

/** Our own answers, as kubectl of a minor. */
export const ownAnswers = (version: string, texts: readonly string[]): Answer[] =>
  inFolder(texts, (folder) => kubectl([`--kubernetes-version=${version}`, ...argvFor(folder)], WORLD));

function run(program: string, argv: readonly string[]): Output {
  try {
    const stdout = execFileSync(program, argv, {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { stdout, stderr: '' };
  } catch (error) {
    const { stdout, stderr, status } = error as Output & { readonly status: number | null };
    if (status === null) throw error;
    return { stdout, stderr };
  }
}

/** Each text is a file, and between two of them an object tells their output apart. */
function inFolder(texts: readonly string[], read: (folder: string) => Output): Answer[] {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-yaml-'));
  try {
    texts.forEach((text, index) => {
      writeFileSync(join(folder, `${nameOf(index)}.yaml`), text);
      writeFileSync(join(folder, `${nameOf(index)}z.yaml`), endOf(index));
    });
    return split(texts.length, read(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const nameOf = (index: number) => String(index).padStart(6, '0');

const endOf = (index: number) =>
  `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"end-of-${nameOf(index)}"}}`;

function split(count: number, { stdout, stderr }: Output): Answer[] {
  const objects = Array.from({ length: count }, () => [] as string[]);
  let current = 0;
  for (const object of stdout.split(/(?<=^\}\n)/m)) {
    const end = /"name": "end-of-(\d{6})"/.exec(object)?.[1];
    if (end === undefined) objects[current]?.push(object);
    else current = Number(end) + 1;
  }
  const errors = Array.from({ length: count }, () => [] as string[]);
  for (const line of stderr.split('\n').filter(Boolean)) {
    const index = /\/(\d{6})\.yaml/.exec(line)?.[1];
    errors[Number(index ?? 0)].push(line.replace(/^error: /, '').replace(/"?\/\S*\/\d{6}\.yaml"?/g, 'FILE'));
  }
  if (current !== count) {
    throw new Error(`${count - current} of ${count} texts have no answer: ${stderr.slice(0, 500)}`);
  }
  return objects.map((each, index) => ({ objects: each.join(''), errors: errors[index] }));
}
