import { advice, configMap, object, pod, podWith } from './manifests';

/* A suggestion keeps what was written. */

const labels = (text: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: ${text}}\n`;
const quoted = (path: string, written: string, read: string) =>
  `field-type ${path}: quote it: "${written}", which YAML reads as ${read}`;

test.each([
  [
    'labels: rev (inspektor-gadget#715)',
    labels('{rev: 47704e5}'),
    [quoted('metadata.labels[rev]', '47704e5', 'the number 4770400000')],
  ],
  [
    'labels: ver (eks-anywhere#9175)',
    labels('{ver: 1.10}'),
    [quoted('metadata.labels[ver]', '1.10', 'the number 1.1')],
  ],
  [
    'data: mode (kubernetes#82296)',
    configMap('{mode: 0644}'),
    [quoted('data[mode]', '0644', 'the number 420 (octal)')],
  ],
  [
    'data: account (kubernetes#82296)',
    configMap('{account: 03788745}'),
    [quoted('data[account]', '03788745', 'the number 3788745')],
  ],
  [
    'annotations: {on: off}',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, annotations: {on: off}}\n',
    ['key-misread : quote it: "on"', quoted('metadata.annotations[true]', 'off', 'the boolean false')],
  ],
  [
    'the name of a container: N',
    podWith('containers: [{name: N, image: "nginx:1.27"}]'),
    [quoted('spec.containers[0].name', 'N', 'the boolean false')],
  ],
  [
    'memory: 64MB',
    pod('resources: {limits: {memory: 64MB}}'),
    ['field-value spec.containers[0].resources.limits[memory]: did you mean "64M" or "64Mi"?'],
  ],
])('%s', (_, text, expected) => {
  expect(advice(text)).toEqual(expected);
});

describe('the same elsewhere', () => {
  test.each([
    [
      'a request',
      pod('resources: {requests: {memory: 64MB}}'),
      ['field-value spec.containers[0].resources.requests[memory]: did you mean "64M" or "64Mi"?'],
    ],
    [
      'the size of a claim',
      object(
        'v1',
        'PersistentVolumeClaim',
        'spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10GB}}}',
      ),
      ['field-value spec.resources.requests[storage]: did you mean "10G" or "10Gi"?'],
    ],
    ['an argument', pod('args: [1.50]'), [quoted('spec.containers[0].args[0]', '1.50', 'the number 1.5')]],
    [
      'the name of a container',
      podWith('containers: [{name: My_App, image: "nginx:1.27"}]'),
      ['container-name spec.containers[0].name: rename it, for example to "my-app"'],
    ],
    [
      'a node selector',
      pod('', 'nodeSelector: {ssd: yes}'),
      [quoted('spec.nodeSelector[ssd]', 'yes', 'the boolean true')],
    ],
    [
      'a JSON file',
      '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{"a":1.10}}',
      [quoted('data[a]', '1.10', 'the number 1.1')],
    ],
    [
      'a line with a comment',
      configMap('\n  mode: 0644 # rw-r--r--'),
      [quoted('data[mode]', '0644', 'the number 420 (octal)')],
    ],
  ])('%s', (_, text, expected) => {
    expect(advice(text)).toEqual(expected);
  });
});
