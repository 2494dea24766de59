import { Chart, Testing } from 'cdk8s';
import { Adapter, Job, LogSidecar, type PodPattern, Validation } from '../../lib';

const found = (pattern: PodPattern) => {
  const chart = new Chart(Testing.app(), 'demo');
  new Job(chart, 'job', {
    pod: {
      main: { name: 'main', image: 'main:1', command: ['true'] },
      restartPolicy: 'Never',
      patterns: [pattern],
    },
  });
  return Validation.of(chart)
    .findings()
    .filter(({ rule }) => rule.startsWith('job-'))
    .map(({ suggestion }) => suggestion);
};

test.each([
  ['LogSidecar', (native?: boolean) => new LogSidecar({ files: ['/var/log/app/app.log'], native })],
  [
    'Adapter',
    (native?: boolean) =>
      new Adapter({
        container: { name: 'tail', image: 'tail:1', command: ['tail', '-f', '/dev/null'] },
        native,
      }),
  ],
])('a classic sidecar of %s in a Job is told to leave out the option', (name, pattern) => {
  expect(found(pattern(false))).toEqual([`remove "native: false" from ${name}`]);
  expect(found(pattern())).toEqual([]);
});

test('a container that no pattern has made is told to move', () => {
  const chart = new Chart(Testing.app(), 'demo');
  new Job(chart, 'job', {
    pod: {
      main: { name: 'main', image: 'main:1', command: ['true'] },
      containers: [{ name: 'tail', image: 'tail:1', command: ['tail', '-f', '/dev/null'] }],
      restartPolicy: 'Never',
    },
  });
  const [finding] = Validation.of(chart)
    .findings()
    .filter(({ rule }) => rule === 'job-never-completes');
  expect(finding.suggestion).toBe(
    'make it a native sidecar: move it to initContainers with restartPolicy: Always',
  );
});
