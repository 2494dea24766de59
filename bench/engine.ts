import { alternate, median, printTable, type Sample, type Side, spread, target } from './runner';

const ROUNDS = 7;
const SIZES = [100, 1000, 10000] as const;
const MOST = 1.25;

const SIDES: readonly Side[] = SIZES.map((pods) => ({ name: `${pods} Pods`, script: 'engine.js', args: [String(pods)] }));

const row = (pods: number, samples: readonly Sample[]) => [
  String(pods),
  median(samples, 'coldMs').toFixed(0),
  spread(samples, 'judgeUs'),
  (1e6 / median(samples, 'judgeUs')).toFixed(0),
  spread(samples, 'copyUs'),
  (median(samples, 'judgeUs') / median(samples, 'copyUs')).toFixed(2),
  median(samples, 'beforeMb').toFixed(0),
  median(samples, 'judgedMb').toFixed(0),
];

const LEGEND = `
The engine alone on one core, over varied Pods in memory that a server takes; sizes by turns in ${ROUNDS} fresh processes each.
First pass: judging all of them for the first time, the code still cold. Judge: microseconds per Pod once it is warm, median
(middle half). JSON copy: the peer, JSON.parse(JSON.stringify(pod)) of the same Pods, a pass of each by turns.
Memory: peak RSS with the Pods made, and after judging them.
`;

const samples = alternate(SIDES, ROUNDS);
console.log(LEGEND);
printTable([
  ['Pods', 'first pass, ms', 'judge, µs', 'Pods per second', 'JSON copy, µs', 'judge / copy', 'Pods made, MB', 'judged, MB'],
  ...SIZES.map((pods, index) => row(pods, samples[index])),
]);
console.log();
const costs = samples.map((side) => median(side, 'judgeUs'));
target('cost of a Pod among 10000 over that among 100', costs[2] / costs[0], MOST);
