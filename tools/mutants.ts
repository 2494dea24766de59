/**
 * `npm run mutants -- --kubeconfig=FILE --kind=Service`: makes random mistakes in the hand-written manifests
 * of a kind (test/validate/bases), asks a real server about each, and compares our verdict: cause by cause,
 * letter by letter. What a compiler of CEL finds, and what depends on other objects, is counted apart.
 * `--count` and `--seed` say how many and which, `--classes` how many kinds of difference are printed.
 * `--keep` keeps a small choice of the answers in test/validate/asked, one for each kind of message.
 *
 * The server is one that is there for this, without the admission plugin ServiceAccount and with the objects
 * of test/recorded/parity/setup.yaml. Nothing is made on it but namespaces that manifests name.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { withSortedKeys } from '../lib/go/sorted-keys';
import { Source } from '../lib/manifest/source';
import type { RecordedCase, Verdict } from '../test/support/recorded';
import { inLanes } from './lanes';
import { differsInExpressions, differsInState } from './mutants/expressions';
import { Mutants } from './mutants/mutate';
import { compare, type Comparison, difference } from './parity/compare';
import { cover, shapeOf, textOf } from './recorded/cover';
import { Server } from './server';

const BASES = join(__dirname, '../test/validate/bases');
const ASKED = join(__dirname, '../test/validate/asked');
const LONGEST = 6_000;

const { values: options } = parseArgs({
  options: {
    kubeconfig: { type: 'string', default: process.env.KUBECONFIG },
    kind: { type: 'string', multiple: true },
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    classes: { type: 'string', default: '10' },
    keep: { type: 'boolean' },
  },
});

interface Manifest {
  readonly [field: string]: unknown;
  readonly apiVersion: string;
  readonly kind: string;
}

async function main(): Promise<void> {
  const server = new Server(options.kubeconfig!);
  const minor = await server.minor();
  let differing = 0;
  for (const [name, bases] of basesByFile()) {
    const cases = await askedOf(server, name, bases);
    if (!cases.length) continue;
    differing += report(`${name} 1.${minor}`, cases, minor);
    if (options.keep) keep(name, minor, cases);
  }
  server.close();
  if (differing) process.exitCode = 1;
}

/** The bases of each file, for the kinds that are wanted. */
function basesByFile(): [name: string, bases: Manifest[]][] {
  return readdirSync(BASES)
    .map((file): [string, Manifest[]] => {
      const documents = [...new Source(readFileSync(join(BASES, file), 'utf8')).documents()];
      const manifests = documents.map(({ value }) => value as Manifest);
      return [basename(file, '.yaml'), manifests.filter(({ kind }) => options.kind?.includes(kind) ?? true)];
    })
    .filter(([, manifests]) => manifests.length);
}

/** What the server says to the bases and their mutants, without those of kinds that it does not have. */
async function askedOf(server: Server, name: string, bases: readonly Manifest[]): Promise<RecordedCase[]> {
  const mutants = new Mutants(bases, Number(options.seed));
  const manifests = [
    ...bases.map((base) => withSortedKeys(base) as object),
    ...Array.from({ length: Number(options.count) }, (_, index) => mutants.of(index)),
  ];
  const verdicts = await inLanes(manifests, (manifest) => server.verdict(manifest as never));
  return manifests.flatMap((manifest, index) => {
    const verdict = verdicts[index];
    return verdict ? [{ id: `${name} ${index - bases.length}`, manifest, verdict }] : [];
  });
}

function report(title: string, cases: readonly RecordedCase[], minor: number): number {
  const all = cases.map((asked) => ({ asked, comparison: compare(asked, minor) }));
  const unequal = all.filter(({ comparison }) => !Object.values(comparison.equal).every(Boolean));
  const judged = unequal.filter(({ asked, comparison }) => !differsInExpressions(asked, comparison));
  const differing = judged.map(({ comparison }) => comparison).filter((one) => !differsInState(one));
  const accepted = cases.filter(({ verdict }) => verdict.ok).length;
  const valid = differing.filter(({ recorded, ours }) => recorded.ok && !ours.ok).length;
  console.log(
    `${title}: ${cases.length} asked, ${differing.length} differ (${((100 * differing.length) / cases.length).toFixed(2)} %), ` +
      `${accepted} accepted, valid ones refused: ${valid}; besides, by CEL: ${unequal.length - judged.length}, ` +
      `by what the server has: ${judged.length - differing.length}`,
  );
  printClasses(differing);
  return differing.length;
}

function printClasses(differing: readonly Comparison[]): void {
  const classes = new Map<string, string[]>();
  for (const comparison of differing) {
    const text = difference(comparison, comparison.equal.messages ? 'warnings' : 'messages');
    const shape = shapeOf(text);
    classes.set(shape, [...(classes.get(shape) ?? []), `${comparison.id}: ${text}`]);
  }
  [...classes.values()]
    .sort((one, other) => other.length - one.length)
    .slice(0, Number(options.classes))
    .forEach((texts) => console.log(`${String(texts.length).padStart(5)}  ${texts[0].slice(0, 1_000)}`));
}

function keep(name: string, minor: number, cases: readonly RecordedCase[]): void {
  const lines = cases.map(({ manifest, verdict }) => ({ manifest, verdict }));
  const kept = cover(lines, ({ verdict }) => keysOf(verdict), LONGEST);
  writeFileSync(join(ASKED, `${name}-1.${minor}.jsonl`), textOf(kept));
}

const keysOf = ({ ok, reason, message = '', causes = [], warnings = [] }: Verdict): string[] => [
  `${ok} ${reason}`,
  ...(causes.length ? causes.map((cause) => shapeOf(cause.join(' '))) : [shapeOf(message)]),
  ...warnings.map(shapeOf),
];

void main();
