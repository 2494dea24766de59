import { judgeText } from '../../lib/validate/judging';

/* What suggestions say about mistakes that used to get a wrong one, or none. */

const advice = (text: string, minor = 36) =>
  judgeText(text, undefined, { minor })
    .filter(({ level }) => level === 'error')
    .map(({ path, suggestion }) => `${path}: ${suggestion}`);

const head = (kind: string) => `apiVersion: v1\nkind: ${kind}\n`;
const pod = (container: string, spec = '', metadata = 'name: a') =>
  `${head('Pod')}metadata: {${metadata}}\nspec: {${spec} containers: [{image: "nginx:1.27", ${container}}]}\n`;

const PROBES = ['liveness', 'readiness', 'startup']
  .map((use) => `${use}Probe: {tcpSocket: {port: 80}}`)
  .join(', ');

const C = 'spec.containers[0]';

test.each([
  ['two letters the wrong way round', pod('nmae: a'), [`${C}.nmae: did you mean "name"?`]],
  [
    'a field that is set already',
    pod('name: a, imgae: b'),
    [`${C}.imgae: did you mean "image"? That is set already: remove one of them`],
  ],
  ['a misspelled resource', pod('name: a, resources: {limits: {cpus: 1}}'), 'did you mean "cpu"?'],
  [
    'a word that is one letter from another',
    pod('name: a, resources: {limits: {gpu: 1}}'),
    'use cpu, memory,',
  ],
  [
    'a limit that is missing',
    pod('name: a, resources: {requests: {example.com/x: 2}}'),
    'set limits.example.com/x to 2, too',
  ],
  [
    'a handler beside other probes',
    pod(`name: a, ${PROBES}, lifecycle: {preStop: {}}, exec: {command: [a]}`),
    'lifecycle.preStop.exec',
  ],
  [
    'an annotation in metadata',
    pod('name: a', '', 'name: a, annotations: {}, nginx.org/listen-ports: "80 81"'),
    'move it to metadata.annotations[nginx.org/listen-ports]',
  ],
  [
    'a plural beside a struct',
    pod('name: a', 'volumes: [{name: a, configMaps: {name: b}}],'),
    'did you mean "configMap"?',
  ],
  [
    'a volume that is mounted by another name',
    pod('name: a, volumeMounts: [{name: data, mountPath: /a}]', 'volumes: [{name: Data, emptyDir: {}}],'),
    ['spec.volumes[0].name: did you mean "data"?'],
  ],
  [
    'a volume that is mounted by its bad name',
    pod(
      'name: a, volumeMounts: [{name: my_data, mountPath: /a}]',
      'volumes: [{name: my_data, emptyDir: {}}],',
    ),
    ['spec.volumes[0].name: rename it where it is defined and mounted, for example to "my-data"'],
  ],
  [
    'a mount of a volume with a similar name',
    pod('name: a, volumeMounts: [{name: dta, mountPath: /a}]', 'volumes: [{name: data, emptyDir: {}}],'),
    'did you mean "data"? Otherwise add a volume with this name',
  ],
  ['a bad container name', pod('name: My_App'), [`${C}.name: rename it, for example to "my-app"`]],
  [
    'a reference to a name that cannot be',
    pod('name: a', 'serviceAccountName: Build_Bot,'),
    'did you mean "build-bot"?',
  ],
  [
    'an integer that is none',
    pod('name: a, ports: [{containerPort: 80.5}]'),
    [`${C}.ports[0].containerPort: use an integer between -2147483648 and 2147483647`],
  ],
  [
    'an integer in quotes',
    pod('name: a, ports: [{containerPort: "80"}]'),
    [`${C}.ports[0].containerPort: remove the quotes: 80`],
  ],
  [
    'an integer in quotes that is too large',
    pod('name: a, ports: [{containerPort: "80000000000"}]'),
    [`${C}.ports[0].containerPort: use an integer between -2147483648 and 2147483647, without quotes`],
  ],
  [
    'a name in place of a reference',
    pod('name: a', 'imagePullSecrets: [registry],'),
    ['spec.imagePullSecrets[0]: use a map: {name: "registry"}'],
  ],
  [
    'a field that is set where it belongs',
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {replicas: 3, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {replicas: 3, containers: [{name: a, image: a:1}]}}}\n`,
    'it belongs in spec.replicas, which is set already: remove one of them',
  ],
  [
    'one of two places that is set already',
    pod('name: a, resources: {cpu: 100m, limits: {cpu: 1}}'),
    `move it to ${C}.resources.requests.cpu`,
  ],
  [
    'maps that are missing in a list',
    `${head('Pod')}metadata: {name: a}\nspec: {containers: nginx}\n`,
    'use a list of maps',
  ],
  [
    'a scalar that is wrong in quotes, too',
    pod('name: a, imagePullPolicy: 7'),
    'quote it: "7"; then use "Always"',
  ],
  [
    'an apiVersion that is a number',
    'apiVersion: 1\nkind: Pod\n',
    'quote it: "1"; Pod is served by apiVersion v1',
  ],
])('%s', (_, text, expected) => {
  const found = advice(text);
  if (typeof expected === 'string') expect(found.join('\n')).toContain(expected);
  else expect(found).toEqual(expected);
});

test('what follows from a value of a wrong type is not reported', () => {
  const resources = 'resources: {requests: {memory: 64Mi}, limits: {memory: [128Mi]}}';
  expect(advice(pod(`name: a, ${resources}`))).toHaveLength(1);
  const mount = 'volumeMounts: [{name: v, mountPath: /a, readOnly: "true", recursiveReadOnly: Enabled}]';
  expect(advice(pod(`name: a, ${mount}`, 'volumes: [{name: v, emptyDir: {}}],'))).toEqual([
    `${C}.volumeMounts[0].readOnly: remove the quotes: true`,
  ]);
});

test('a value that a feature gate refuses is not suggested', () => {
  const found = advice(pod('name: a', 'tolerations: [{key: a, operator: Lt, value: "1"}],'), 35).join('\n');
  expect(found).not.toContain('did you mean "Lt"');
});
