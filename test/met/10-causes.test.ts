import { advice, configMap, deployment, object, pod } from './manifests';

/* Causes before consequences: one mistake, one finding. */

const CONTAINERS = 'containers: [{name: a, image: "nginx:1.27"}]';
const NBSP = '\u00a0';

test.each([
  [
    'specs for spec (kubeconform#341)',
    object('v1', 'Pod', `specs: {${CONTAINERS}}`),
    'unknown-field specs: did you mean "spec"?',
  ],
  [
    'a --- glued to a value (Truxify#8680)',
    `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
  - name: a
    image: nginx:1.27
    ports:
    - containerPort: 8080---
${object('v1', 'ConfigMap', 'data: {a: b}')}`,
    'duplicate-key : a --- is missing before this line: move the --- after the last value to a line of its own',
  ],
  [
    'generateName: load_ (kubectl-validate#130)',
    `apiVersion: v1\nkind: Pod\nmetadata: {generateName: load_}\nspec: {${CONTAINERS}}\n`,
    'metadata metadata.generateName: rename it, for example to "load-"',
  ],
  [
    'a mount of a volume that is itself refused (kubernetes/examples fc.yaml)',
    pod('volumeMounts: [{name: v, mountPath: /v}]', 'volumes: [{name: v, fc: {fsType: ext4}}]'),
    'pod-volumes spec.volumes[0].fc.targetWWNs: set targetWWNs or wwids',
  ],
  [
    'no-break spaces as indentation (secrets-store-azure#1544)',
    `apiVersion: v1\nkind: Pod\nmetadata:\n${NBSP}${NBSP}name: a\nspec: {${CONTAINERS}}\n`,
    `unknown-field ${NBSP}${NBSP}name: replace U+00A0 (no-break space) with a space`,
  ],
  [
    '// after a kind',
    `apiVersion: v1\nkind: Pod // the app\nmetadata: {name: a}\nspec: {${CONTAINERS}}\n`,
    ['unknown-kind kind: comments begin with #'],
  ],
  [
    '// after a name, in a list, after quotes, and /* */ after an enumeration',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a // x\nspec:\n  restartPolicy: Always /* x */\n  containers:\n  - name: a\n    image: "nginx:1.27"\n    ports:\n    - containerPort: 80 // http\n',
    [
      'field-type spec.containers[0].ports[0].containerPort: comments begin with #',
      'metadata metadata.name: comments begin with #',
      'pod-spec spec.restartPolicy: comments begin with #',
    ],
  ],
  [
    '// after quotes and after braces',
    `apiVersion: v1\nkind: "Pod" // x\nmetadata: {name: a} // y\nspec: {${CONTAINERS}}\n`,
    ['yaml-syntax : comments begin with #'],
  ],
  [
    '// in quotes, which is no comment',
    `apiVersion: v1\nkind: Pod\nmetadata: {name: "a // b"}\nspec: {${CONTAINERS}}\n`,
    ['metadata metadata.name: rename it, for example to "a-b"'],
  ],
  [
    '// comment (ultimate-devops#20)',
    `apiVersion: v1\n// a Pod\nkind: Pod\nmetadata: {name: a}\nspec: {${CONTAINERS}}\n`,
    'yaml-syntax : comments begin with #',
  ],
  [
    'restartPolicy: never in a Deployment',
    deployment(`restartPolicy: never, ${CONTAINERS}`),
    'workload-restart-policy spec.template.spec.restartPolicy: remove restartPolicy',
  ],
  ['on: a as a key of data', configMap('{on: a}'), 'key-misread : quote it: "on"'],
  ['y: b as a key of data', configMap('{y: b}'), 'key-misread : quote it: "y"'],
  [
    'on: a and y: b as keys of data',
    configMap('{on: a, y: b}'),
    'duplicate-key : quote "on" and "y": YAML 1.1 reads on and y as the boolean true',
  ],
])('%s', (_, text, expected) => {
  expect(advice(text)).toEqual([expected].flat());
});

describe('one finding for each resource', () => {
  const limits = (text: string) => pod(`resources: {limits: {${text}}}`);
  const at = 'container-resources spec.containers[0].resources.limits';

  test.each([
    ['a short name', limits('mem: 1Gi'), [`${at}[mem]: did you mean "memory"?`]],
    ['a misspelled name', limits('cpus: 1'), [`${at}[cpus]: did you mean "cpu"?`]],
    [
      'a misspelled name beside the right one',
      limits('cpus: 1, cpu: 1'),
      [`${at}[cpus]: did you mean "cpu"? That is set already: remove one of them`],
    ],
    [
      'a request of its own',
      pod('resources: {limits: {disk: 1}, requests: {disk: 1}}'),
      ['limits', 'requests'].map(
        (list) =>
          `container-resources spec.containers[0].resources.${list}[disk]: use cpu, memory, ephemeral-storage, hugepages-<size> or an extended resource such as "example.com/gpu"`,
      ),
    ],
  ])('%s', (_, text, expected) => {
    expect(advice(text)).toEqual(expected);
  });
});

describe('a missing --- is one mistake, whatever the mixture of two manifests lacks', () => {
  const SERVICE = object('v1', 'Service', 'spec: {ports: [{port: 80}]}');
  const mixed = (text: string) => `${text}${SERVICE}`;

  test.each([
    ['a ConfigMap', mixed(configMap('{a: b}'))],
    ['a Deployment', mixed(deployment(CONTAINERS))],
    ['a Pod with mistakes of its own', mixed(pod('imgae: x'))],
    ['three manifests', mixed(mixed(configMap('{a: b}')))],
  ])('%s', (_, text) => {
    const found = [...new Set(advice(text))];
    expect(found).toEqual([
      'duplicate-key : a --- is missing before this line, if a second manifest begins here',
    ]);
  });

  test('a document after it is judged', () => {
    expect(advice(`${mixed(configMap('{a: b}'))}---\n${pod('imgae: x')}`)).toEqual([
      expect.stringContaining('a --- is missing'),
      'unknown-field spec.containers[0].imgae: did you mean "image"? That is set already: remove one of them',
    ]);
  });
});
