import { alternate, median, printTable, ratio, type Sample, type Side, spread, target } from './runner';

const ROUNDS = 41;
const MOST = 1.3;

const SIDES: readonly Side[] = [
  { name: 'cdk8s-pod-patterns', script: 'require.js', args: ['../../dist/js/lib'] },
  { name: 'cdk8s', script: 'require.js', args: ['cdk8s'] },
];

const samples = alternate(SIDES, ROUNDS);
const row = (name: string, side: readonly Sample[]) => [
  name,
  spread(side, 'requireMs'),
  spread(side, 'wallMs'),
  String(median(side, 'modules')),
];

console.log(
  `require in a fresh process, ${ROUNDS} rounds by turns: median ms (middle half); modules counts all that get loaded\n`,
);
printTable([
  ['package', 'require', 'whole process', 'modules'],
  ...SIDES.map(({ name }, index) => row(name, samples[index])),
  ['ratio', ratio(samples, 'requireMs').toFixed(2), ratio(samples, 'wallMs').toFixed(2), ''],
]);
console.log();
target('time of require over that of cdk8s', ratio(samples, 'requireMs'), MOST);
target('schema tables loaded by require', median(samples[0], 'schemaTables'), 0);
target('modules of cdk8s-plus-28 loaded by require', median(samples[0], 'plusModules'), 0);
