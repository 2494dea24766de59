import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { customResources, DEFINITION } from './custom-load';
import { alternate, median, printTable, ratio, type Side, spread, target } from './runner';

const DOCUMENTS = 1000;
const ROUNDS = 7;
const MOST = 1;

/** The peer of peers.md: where KUBECTL_VALIDATE says, on the path, or where `go install` puts it. */
function kubectlValidate(): string {
  const go = spawnSync('go', ['env', 'GOPATH'], { encoding: 'utf8' });
  const places = [
    process.env.KUBECTL_VALIDATE,
    'kubectl-validate',
    go.status === 0 ? join(go.stdout.trim(), 'bin', 'kubectl-validate') : undefined,
  ];
  const found = places.find((place) => place && spawnSync(place, ['--help']).status === 0);
  if (!found) throw new Error('bench:custom needs kubectl-validate: bench/peers.md says how to build it');
  return found;
}

const folder = mkdtempSync(join(tmpdir(), 'bench-custom-'));
process.once('exit', () => rmSync(folder, { recursive: true }));

const crds = join(folder, 'crds');
mkdirSync(crds);
writeFileSync(join(crds, 'crd.yaml'), DEFINITION);
const file = join(folder, 'resources.yaml');
writeFileSync(file, customResources(DOCUMENTS));

const sides: readonly Side[] = [
  {
    name: 'pod-patterns validate --crd',
    script: 'command.js',
    args: [
      process.execPath,
      join(__dirname, '../dist/js/lib/cli/main.js'),
      'validate',
      `--crd=${crds}`,
      file,
    ],
  },
  {
    name: 'kubectl-validate --local-crds',
    script: 'command.js',
    args: [kubectlValidate(), '--local-crds', crds, file],
  },
];

const samples = alternate(sides, ROUNDS);
console.log(
  `${DOCUMENTS} custom resources of one definition with ten rules in CEL, median ms (middle half)\n`,
);
printTable([
  ['command', 'ms', 'per document'],
  ...sides.map(({ name }, side) => [
    name,
    spread(samples[side], 'commandMs', 0),
    (median(samples[side], 'commandMs') / DOCUMENTS).toFixed(3),
  ]),
]);
console.log();
target('time over that of kubectl-validate', ratio(samples, 'commandMs'), MOST);
