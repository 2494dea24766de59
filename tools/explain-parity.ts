import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { kubectl, WORLD } from '../lib/cli/kubectl/index';
import { builtIn } from '../lib/kubectl/commands/explain/built-in';
import { withCustomKinds } from '../lib/kubectl/commands/explain/custom-kinds';
import { commandLines } from './explain-parity/command-lines';

/**
 * Asks `kubectl explain` of the server of a kubeconfig and our own about the same paths, and prints what
 * differs:
 *
 *     npm run explain-parity -- --kubeconfig=FILE [--lines=400] [--seed=1] [--crd=FILE] [--keep]
 *
 * With `--crd`, about the kinds of these CustomResourceDefinitions, which the server has to have. `--keep`
 * keeps a choice of the answers in test/cli/explain, which `npm test` replays.
 */
const { values: options } = parseArgs({
  options: {
    kubeconfig: { type: 'string' },
    kubectl: { type: 'string', default: 'kubectl' },
    lines: { type: 'string', default: '400' },
    crd: { type: 'string', multiple: true, default: [] },
    seed: { type: 'string', default: '1' },
    keep: { type: 'boolean' },
  },
});
if (!options.kubeconfig) throw new Error('name the kubeconfig of a server with --kubeconfig=FILE');

interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** kubectl keeps what it has discovered of a server, and that must not be of another one. */
const home = mkdtempSync(join(tmpdir(), 'explain-parity-'));
const minor = serverMinor();
const builtInKinds = builtIn(minor);
const documents = options.crd.length
  ? withCustomKinds(builtInKinds, options.crd, { world: WORLD, minor })
  : builtInKinds;
const about = documents.resources.filter(
  (each) => !options.crd.length || !builtInKinds.resources.includes(each),
);
const lines = commandLines({ ...documents, resources: about }, Number(options.lines), Number(options.seed));
const asked = lines.map((argv) => ({ argv, theirs: askKubectl(['explain', ...argv]), ours: askOurs(argv) }));
rmSync(home, { recursive: true });

const differing = asked.filter(({ theirs, ours }) => JSON.stringify(theirs) !== JSON.stringify(ours));
for (const { argv, theirs, ours } of differing) {
  console.log(`\nexplain ${argv.join(' ')}`);
  for (const part of ['code', 'stdout', 'stderr'] as const) {
    if (theirs[part] !== ours[part]) console.log(`${part}: ${firstDifference(theirs[part], ours[part])}`);
  }
}
console.log(`1.${minor}: ${asked.length - differing.length} of ${asked.length} answers are equal`);
if (options.keep) keep();
process.exitCode = differing.length ? 1 : 0;

function askKubectl(argv: readonly string[]): Answer {
  const { status, stdout, stderr } = spawnSync(
    options.kubectl,
    [...argv, `--kubeconfig=${options.kubeconfig}`],
    {
      encoding: 'utf8',
      env: { ...process.env, HOME: home },
      maxBuffer: 1 << 26,
    },
  );
  return { code: status!, stdout, stderr };
}

function askOurs(argv: readonly string[]): Answer {
  const { code, stdout, stderr } = kubectl(
    [
      'explain',
      ...argv,
      ...options.crd.map((file) => `--crd=${file}`),
      `--kubernetes-version=1.${minor}`,
      '--only-kubectl',
    ],
    WORLD,
  );
  return { code, stdout, stderr };
}

function serverMinor(): number {
  const { stdout } = askKubectl(['version', '--output=json']);
  return parseInt((JSON.parse(stdout) as { serverVersion: { minor: string } }).serverVersion.minor);
}

function firstDifference(theirs: string | number, ours: string | number): string {
  const [a, b] = [theirs, ours].map((text) => String(text).split('\n'));
  const at = a.findIndex((line, index) => line !== b[index]);
  const row = at < 0 ? a.length : at;
  return `line ${row + 1}: kubectl ${JSON.stringify(a[row])}, we ${JSON.stringify(b[row])}`;
}

/** Short answers, every tenth and all errors, are enough to notice a change. */
function keep(): void {
  const kept = asked.filter(
    ({ theirs }, index) => theirs.stdout.length < 6_000 && (index % 10 === 0 || theirs.code),
  );
  const folder = join(__dirname, '../test/cli/explain');
  mkdirSync(folder, { recursive: true });
  const rows = kept.map(({ argv, theirs }) => JSON.stringify({ argv, ...theirs }));
  writeFileSync(join(folder, `recorded-1.${minor}.jsonl`), `${rows.join('\n')}\n`);
}
