import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSchemas } from './kubeconform-schemas';
import { writeFile, writeFolder } from './load';
import { alternate, median, printTable, ratio, run, type Samples, type Side, spread, target } from './runner';

const MOST = 0.35;
const MOST_FOR_ONE = 2;
const MOST_MB = 250;
const MOST_GROWTH = 1.25;

const folder = mkdtempSync(join(tmpdir(), 'bench-cli-'));
process.once('exit', () => rmSync(folder, { recursive: true }));

/** The peer of peers.md: where KUBECONFORM says, on the path, or where `go install` puts it. */
function kubeconform(): string {
  const go = spawnSync('go', ['env', 'GOPATH'], { encoding: 'utf8' });
  const places = [
    process.env.KUBECONFORM,
    'kubeconform',
    go.status === 0 ? join(go.stdout.trim(), 'bin', 'kubeconform') : undefined,
  ];
  const found = places.find((place) => place && spawnSync(place, ['-v']).status === 0);
  if (!found) throw new Error('bench:cli needs kubeconform: bench/peers.md says how to build it');
  return found;
}

const PEER = kubeconform();
const SCHEMAS = writeSchemas(join(folder, 'schemas'));
const COMMAND = join(__dirname, '../dist/js/lib/cli/main.js');

const ours = (path: string): Side => ({
  name: 'pod-patterns validate',
  script: 'command.js',
  args: [process.execPath, COMMAND, 'validate', path],
});
/** The same, which tells its peak memory, and starts later for it. */
const ourMemory = (path: string): Side => ({
  name: 'pod-patterns validate',
  script: 'command.js',
  args: [process.execPath, '--require', join(__dirname, 'children/peak.js'), COMMAND, 'validate', path],
});
const peer = (path: string): Side => ({
  name: 'kubeconform -strict -n 2',
  script: 'command.js',
  args: [PEER, '-strict', '-n', '2', '-schema-location', SCHEMAS, path],
});

interface Load {
  readonly name: string;
  readonly documents: number;
  readonly rounds: number;
  readonly most: number;
  readonly write: () => string;
}

const file = (documents: number, rounds: number, most: number): Load => ({
  name: `${documents} in one file`,
  documents,
  rounds,
  most,
  write: () => writeFile(join(folder, `${documents}.yaml`), documents),
});

const LOADS: readonly Load[] = [
  file(1, 15, MOST_FOR_ONE),
  file(1000, 7, MOST),
  file(10000, 5, MOST),
  {
    name: '10000 in 1000 files',
    documents: 10000,
    rounds: 5,
    most: MOST,
    write: () => writeFolder(join(folder, 'many'), 1000),
  },
];

interface Result {
  readonly load: Load;
  readonly samples: Samples;
  readonly peakMb: number;
}

function rowsOf({ load: { name, documents }, samples, peakMb }: Result): string[][] {
  const row = (side: string, own: Samples[number], peakMb: string) => [
    name,
    side,
    spread(own, 'commandMs', 0),
    (median(own, 'commandMs') / documents).toFixed(3),
    peakMb,
  ];
  return [
    row('pod-patterns validate', samples[0], peakMb.toFixed(0)),
    row('kubeconform -strict -n 2', samples[1], ''),
    [name, 'ratio', ratio(samples, 'commandMs').toFixed(2), '', ''],
  ];
}

/** Milliseconds a document, among so many; the peer is not asked. */
function flatness(documents: number): number {
  const path = writeFile(join(folder, `${documents}.yaml`), documents);
  return median(alternate([ours(path)], 3)[0], 'commandMs') / documents;
}

console.log(execFileSync(PEER, ['-v'], { encoding: 'utf8' }).trim());
const results = LOADS.map((load): Result => {
  const path = load.write();
  return {
    load,
    samples: alternate([ours(path), peer(path)], load.rounds),
    peakMb: run(ourMemory(path)).peakRssMb,
  };
});
console.log(
  '\nWhole processes by turns on the same files, median ms (middle half). Ours goes through all stages, kubeconform through schemas alone.\n',
);
printTable([['documents', 'command', 'ms', 'per document', 'peak RSS, MB'], ...results.flatMap(rowsOf)]);
console.log();
for (const { load, samples } of results) {
  target(`${load.name}, time over that of kubeconform`, ratio(samples, 'commandMs'), load.most);
}
target('MB at 10000 documents', results[2].peakMb, MOST_MB);
target(
  'time of a document among 100000 over that of one among 10000',
  flatness(100000) / (median(results[2].samples[0], 'commandMs') / 10000),
  MOST_GROWTH,
);
