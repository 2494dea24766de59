import { podSides } from './pod-sides';
import { alternate, printTable, ratio, type Samples, spread, target } from './runner';

const ROUNDS = 5;
const PODS = 1000;
const CHARTS = [1, 10, 100] as const;
const MOST = 1.25;

const row = (charts: number, samples: Samples) => [
  String(charts),
  ...samples.map((side) => spread(side, 'withRequireMs', 0)),
  ratio(samples, 'withRequireMs').toFixed(2),
];

const LEGEND = `
${PODS} Pods, evenly over charts: require, build and synth, median ms (middle half) of ${ROUNDS} fresh processes by turns. cdk8s validates the
whole app once for the app and once for every chart, so that a validation that is not remembered costs charts × Pods.
`;

const results = CHARTS.map((charts) => ({ charts, samples: alternate(podSides(PODS, charts), ROUNDS) }));
console.log(LEGEND);
printTable([
  ['charts', ...podSides(PODS).map(({ name }) => name), 'ratio'],
  ...results.map(({ charts, samples }) => row(charts, samples)),
]);
console.log();
results.forEach(({ charts, samples }) =>
  target(`charts: ${charts}, time over that of cdk8s-plus-28`, ratio(samples, 'withRequireMs'), MOST),
);
