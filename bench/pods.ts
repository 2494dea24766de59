import { deepStrictEqual } from 'node:assert';
import { Yaml } from 'cdk8s';
import { manifestOf, podSides } from './pod-sides';
import {
  alternate,
  median,
  printTable,
  ratio,
  run,
  type Sample,
  type Samples,
  spread,
  target,
} from './runner';

const ROUNDS: ReadonlyMap<number, number> = new Map([
  [1, 41],
  [100, 21],
  [1000, 11],
  [10000, 7],
]);
const MOST = 1;

/** Both sides must write the same manifest, or measuring them against each other says nothing. */
function checkSameContent(): void {
  const [ours, peer] = podSides(1).map((side) => {
    run(side);
    return Yaml.load(manifestOf(side));
  });
  deepStrictEqual(ours, peer);
  console.log('Both sides write the same manifest of a Pod: deep-equal, names included.');
}

const row = (pods: number, name: string, samples: readonly Sample[]) => [
  String(pods),
  name,
  spread(samples, 'withRequireMs'),
  (median(samples, 'withRequireMs') / pods).toFixed(2),
  spread(samples, 'podsMs'),
  median(samples, 'peakRssMb').toFixed(0),
];

function rowsOf(pods: number, samples: Samples): string[][] {
  const ratios = ['withRequireMs', 'podsMs', 'peakRssMb'].map((figure) => ratio(samples, figure).toFixed(2));
  return [
    ...podSides(pods).map(({ name }, index) => row(pods, name, samples[index])),
    [String(pods), 'ratio', ratios[0], '', ratios[1], ratios[2]],
  ];
}

const LEGEND = `
The app: the require of cdk8s and of the side's own package, building the Pods, and app.synth() into a folder. Each side
validates as it does by default: ours judges every Pod, cdk8s-plus-28 none. The targets are about this.
Without require: the same from after require. Ours loads its engine and tables when it first validates, thus within this time.
Median ms (middle half) of fresh processes by turns; peak RSS is of the whole process.
`;

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [...ROUNDS.keys()];
checkSameContent();
const results = sizes.map((pods) => ({ pods, samples: alternate(podSides(pods), ROUNDS.get(pods) ?? 11) }));
console.log(LEGEND);
printTable([
  ['Pods', 'package', 'the app', 'per Pod', 'without require', 'peak RSS, MB'],
  ...results.flatMap(({ pods, samples }) => rowsOf(pods, samples)),
]);
console.log();
results.forEach(({ pods, samples }) =>
  target(`Pods: ${pods}, time over that of cdk8s-plus-28`, ratio(samples, 'withRequireMs'), MOST),
);
