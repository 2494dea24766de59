import { deepStrictEqual } from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import { gateScript } from '../patterns/shell/gate';
import { LOG_TAIL } from '../patterns/shell/log-tail';
import {
  alternate,
  median,
  printTable,
  ratio,
  run,
  type Sample,
  type Samples,
  type Side,
  spread,
  target,
} from './runner';

const ROUNDS: ReadonlyMap<number, number> = new Map([
  [1, 41],
  [10, 31],
  [100, 15],
  [1000, 7],
]);
const MOST = 1.5;

/** So many are built and judged for the most part by code that is warm. */
const WARM_FROM = 1000;

const folder = mkdtempSync(join(tmpdir(), 'bench-stack-'));
process.once('exit', () => rmSync(folder, { recursive: true }));

/** The peer's user has the scripts; reading ours is no part of its time. */
const SCRIPTS = JSON.stringify({ gate: gateScript(['tcp://db:5432']), logs: LOG_TAIL });

/** An app of Deployments with a gate, an ambassador, an adapter and a log sidecar. */
function sides(deployments: number): Side[] {
  const side = (name: string, builder: string) => ({
    name,
    script: 'stack.js',
    args: [`./${builder}`, String(deployments), join(folder, name), SCRIPTS],
  });
  return [side('cdk8s-pod-patterns', 'our-stack.js'), side('cdk8s-plus-28', 'peer-stack.js')];
}

/** Both sides must write the same manifest, or measuring them against each other says nothing. */
function checkSameContent(): void {
  const [ours, peer] = sides(1).map((side) => {
    run(side);
    return Yaml.load(join(folder, side.name, 'bench.k8s.yaml'));
  });
  deepStrictEqual(ours, peer);
  console.log('Both sides write the same manifest of a Deployment: deep-equal, names included.');
}

const row = (deployments: number, name: string, samples: readonly Sample[]) => [
  String(deployments),
  name,
  spread(samples, 'withRequireMs'),
  spread(samples, 'stackMs'),
  spread(samples, 'buildMs'),
  median(samples, 'peakRssMb').toFixed(0),
];

function rowsOf(deployments: number, samples: Samples): string[][] {
  const ratios = ['withRequireMs', 'stackMs', 'buildMs', 'peakRssMb'].map((figure) =>
    ratio(samples, figure).toFixed(2),
  );
  return [
    ...sides(deployments).map(({ name }, index) => row(deployments, name, samples[index])),
    [String(deployments), 'ratio', ...ratios],
  ];
}

const LEGEND = `
The app: the require of cdk8s and of the side's own package, building the Deployments, and app.synth() into a folder. Ours
validates each of them, cdk8s-plus-28 none. Without require: the same from after require; ours loads its engine and tables
within this time, so that it has a target from ${WARM_FROM} Deployments on. Building: the constructs alone.
Median ms (middle half) of fresh processes by turns; peak RSS is of the whole process.
`;

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [...ROUNDS.keys()];
checkSameContent();
const results = sizes.map((deployments) => ({
  deployments,
  samples: alternate(sides(deployments), ROUNDS.get(deployments) ?? 11),
}));
console.log(LEGEND);
printTable([
  ['Deployments', 'package', 'the app', 'without require', 'building', 'peak RSS, MB'],
  ...results.flatMap(({ deployments, samples }) => rowsOf(deployments, samples)),
]);
console.log();
for (const { deployments, samples } of results) {
  target(
    `Deployments: ${deployments}, time over that of cdk8s-plus-28`,
    ratio(samples, 'withRequireMs'),
    MOST,
  );
  if (deployments >= WARM_FROM) {
    target(`Deployments: ${deployments}, the same without require`, ratio(samples, 'stackMs'), MOST);
  }
}
