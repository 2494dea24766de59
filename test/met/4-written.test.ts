import { ApiObject, type ApiObjectProps, type App, type Chart } from 'cdk8s';
import { Pod, Validation } from '../../lib';
import { Source } from '../../lib/manifest/source';
import { failure } from '../support/failure';
import { newChart } from '../support/chart';

/* What is written is read back as it was meant. */

const NUMBERS = ['0o022', '0o17', '0x1F', '0b11', '010', '1_000', '1e3', '.5', '+5', '1:30', '190:20:30'];
const WORDS = ['y', 'n', 'yes', 'NO', 'on', 'Off', 'true', 'null', '~', '.inf', '.NaN', '2024-01-01', '='];
const BREAKS = ['a\u2028b', 'a\u2029b', 'a\u0085b', 'a: \u2028b'];

const readBack = (yaml: string) => [...new Source(yaml).documents()].map(({ value }) => value);

const podWith = (value: string) =>
  new Pod(newChart(), 'web', { main: { name: 'a', image: 'nginx:1.27', env: [{ name: 'A', value }] } });

test.each([...NUMBERS, ...WORDS, ...BREAKS])('toYaml() writes %j so that it survives', (value) => {
  const [pod] = readBack(podWith(value).toYaml()) as { spec: { containers: { env: object[] }[] } }[];
  expect(pod.spec.containers[0].env).toEqual([{ name: 'A', value }]);
});

/** What cdk8s writes without quotes, or breaks, and what kubectl reads. */
const LOST: readonly (readonly [value: string, read: string])[] = [
  ['0o022', 'reads as the number 18'],
  ['0o17', 'reads as the number 15'],
  ['a\u2028b', 'cannot read: U+2028 ends the line'],
  ['a\u2029b', 'cannot read: U+2029 ends the line'],
  ['a\u0085b', 'reads as "a b"'],
];

const synth = (chart: Chart) => failure(() => (chart.node.root as App).synth());

test.each(LOST)('UMASK: %j is an error of synth (cdk8s-core#2565)', (value, read) => {
  const { node } = podWith(value);
  const message = synth(node.scope as Chart);
  expect(message).toContain('[demo/web] Pod demo-web');
  expect(message).toContain(
    `spec.containers[0].env[0].value: cdk8s writes the string ${JSON.stringify(value)}`
      .replace('\u2028', '\\u2028')
      .replace('\u2029', '\\u2029')
      .replace('\u0085', '\\u0085'),
  );
  expect(message).toContain(read);
});

test.each(LOST)('%j in an object of another library is an error of synth', (value, read) => {
  const chart = newChart();
  new ApiObject(chart, 'map', { apiVersion: 'v1', kind: 'ConfigMap', data: { a: value } } as ApiObjectProps);
  Validation.of(chart);
  expect(synth(chart)).toContain(read);
});
