import { alternate, median, printTable, type Sample, type Side, spread, target } from './runner';

const ROUNDS = 5;
const SIZES = [100, 1000, 10000, 100000] as const;

/**
 * Targets: Pods a second, time over that of the peer, and cost of a Pod among 100,000 over that among 100.
 */
const LEAST_PER_SECOND = 20000;
const MOST_OVER_PEER = 10;
const MOST_GROWTH = 1.25;

const SIDES: readonly Side[] = SIZES.map((pods) => ({
  name: `${pods} Pods`,
  script: 'engine.js',
  args: [String(pods)],
}));

const row = (pods: number, samples: readonly Sample[]) => [
  String(pods),
  median(samples, 'coldMs').toFixed(0),
  spread(samples, 'judgeUs'),
  (1e6 / median(samples, 'judgeUs')).toFixed(0),
  spread(samples, 'checkUs'),
  (median(samples, 'judgeUs') / median(samples, 'checkUs')).toFixed(2),
  median(samples, 'beforeMb').toFixed(0),
  median(samples, 'judgedMb').toFixed(0),
];

const LEGEND = `
The engine alone on one core, all stages, over varied Pods in memory that a server takes; sizes by turns in ${ROUNDS} fresh processes
each. First pass: judging all of them for the first time, the code still cold. Judge: microseconds per Pod once it is warm, median
(middle half). Schema check: the peer, validate() of kubernetes-models on the same Pods, a pass of each by turns.
Memory: peak RSS with the Pods made, and after judging them.
`;

const samples = alternate(SIDES, ROUNDS);
console.log(LEGEND);
printTable([
  [
    'Pods',
    'first pass, ms',
    'judge, µs',
    'Pods per second',
    'schema check, µs',
    'judge / check',
    'Pods made, MB',
    'judged, MB',
  ],
  ...SIZES.map((pods, index) => row(pods, samples[index])),
]);
console.log();
const costs = samples.map((side) => median(side, 'judgeUs'));
target('microseconds per Pod, among 1000', costs[1], 1e6 / LEAST_PER_SECOND);
target(
  'time over that of the schema check of kubernetes-models',
  costs[1] / median(samples[1], 'checkUs'),
  MOST_OVER_PEER,
);
target(`cost of a Pod among ${SIZES.at(-1)} over that among 100`, costs.at(-1)! / costs[0], MOST_GROWTH);
