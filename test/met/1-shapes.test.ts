import { ManifestValidator } from '../../lib';
import { advice, configMap, deployment, object, pod, podWith, workload } from './manifests';

/* A value in the shape of another program, or of another field, is written out in the right one. */

const service = (spec: string) => object('v1', 'Service', `spec: {${spec}}`);
const ports = 'ports: [{port: 80}]';
const probe = (fields: string) => pod(`readinessProbe: {${fields}}`);
const C = 'spec.containers[0]';

test.each([
  ['a command', pod('command: cat /x'), `${C}.command: use a list: ["cat", "/x"]`],
  ['arguments', pod('args: --a=b --c'), `${C}.args: use a list: ["--a=b", "--c"]`],
  [
    'a command of a shell',
    pod('command: "sleep 1 && date"'),
    `${C}.command: use a list: each word on its own line after "- ", or ["sh", "-c", "sleep 1 && date"] for a shell`,
  ],
  [
    'arguments with quotes, which nobody can split',
    pod("args: a 'b c'"),
    `${C}.args: use a list: each word on its own line after "- "`,
  ],
  [
    'variables as a map',
    pod('env: {A: b, C: 010}'),
    `${C}.env: make each an item of a list: "- name: A" with its "value:" below it`,
  ],
  ['a variable as in a shell', pod('env: [A=b=c]'), `${C}.env[0]: use a map: {name: "A", value: "b=c"}`],
  [
    'a source of variables',
    pod('envFrom: [a]'),
    `${C}.envFrom[0]: use a map: {configMapRef: {name: "a"}} or {secretRef: {name: "a"}}`,
  ],
  ['a port', pod('ports: [80]'), `${C}.ports[0]: use a map: {containerPort: 80}`],
  ['a port in quotes', pod('ports: ["80"]'), `${C}.ports[0]: use a map: {containerPort: 80}`],
  ['a port without a list', pod('ports: 80'), `${C}.ports: use a list: [{containerPort: 80}]`],
  [
    'a port of Docker, which may be meant in several ways',
    pod('ports: ["8080:80"]'),
    `${C}.ports[0]: use a map: indented "key: value" lines`,
  ],
  [
    'an item without a list',
    podWith('containers: {name: a, image: "a:1"}'),
    'spec.containers: make it an item of a list: begin with "- name:"',
  ],
  [
    'items by their names',
    podWith('containers: {web: {image: "a:1"}, log: {image: "b:1"}}'),
    'spec.containers: make each an item of a list: "- name: web" with its fields below it',
  ],
  ['a probe', probe('exec: cat /x'), `${C}.readinessProbe.exec: use a map: {command: ["cat", "/x"]}`],
  ['a probe of a port', probe('tcpSocket: 80'), `${C}.readinessProbe.tcpSocket: use a map: {port: 80}`],
  [
    'a probe of a path',
    probe('httpGet: /x'),
    `${C}.readinessProbe.httpGet: use a map: {path: "/x"}, and set its port`,
  ],
  [
    'a hook',
    pod('lifecycle: {preStop: sleep 5}'),
    `${C}.lifecycle.preStop: use a map: {exec: {command: ["sleep", "5"]}}`,
  ],
  [
    'capabilities',
    pod('securityContext: {capabilities: [ALL]}'),
    `${C}.securityContext.capabilities: use a map: {add: ["ALL"]} or {drop: ["ALL"]}`,
  ],
  ['a pull secret', pod('', 'imagePullSecrets: [a]'), 'spec.imagePullSecrets[0]: use a map: {name: "a"}'],
  ['an operating system', pod('', 'os: linux'), 'spec.os: use a map: {name: "linux"}'],
  [
    'a Secret in a volume',
    pod('volumeMounts: [{name: v, mountPath: /v}]', 'volumes: [{name: v, secret: s}]'),
    'spec.volumes[0].secret: use a map: {secretName: "s"}',
  ],
  [
    'a command line with a variable of the shell',
    pod(`command: "echo $HOME"`),
    `${C}.command: use a list: each word on its own line after "- ", or ["sh", "-c", "echo $HOME"] for a shell`,
  ],
  [
    'an empty directory',
    pod('volumeMounts: [{name: v, mountPath: /v}]', 'volumes: [{name: v, emptyDir: true}]'),
    'spec.volumes[0].emptyDir: use a map: {}',
  ],
  [
    'a file with structure in a ConfigMap',
    configMap('{a.yaml: {b: c}}'),
    'data[a.yaml]: to keep its content as text, write "|" after "a.yaml:"',
  ],
  ['a port of a Service', service('ports: [80]'), 'spec.ports[0]: use a map: {port: 80}'],
  ['a selector', service(`selector: a=b, ${ports}`), 'spec.selector: use a map: {a: "b"}'],
  [
    'a selector as a list',
    service(`selector: [a: b, c: d], ${ports}`),
    'spec.selector: use a map: {a: "b", c: "d"}',
  ],
  [
    'matchLabels where there are labels only',
    service(`selector: {matchLabels: {a: b}}, ${ports}`),
    'spec.selector[matchLabels]: move its content one level up: a',
  ],
  [
    'an access mode',
    object(
      'v1',
      'PersistentVolumeClaim',
      'spec: {accessModes: ReadWriteOnce, resources: {requests: {storage: 1Gi}}}',
    ),
    'spec.accessModes: use a list: ["ReadWriteOnce"]',
  ],
  [
    'seconds',
    probe('tcpSocket: {port: 80}, timeoutSeconds: 30s'),
    `${C}.readinessProbe.timeoutSeconds: use 30: a number of seconds, without a unit`,
  ],
  [
    'minutes',
    pod('', 'terminationGracePeriodSeconds: 2m'),
    'spec.terminationGracePeriodSeconds: use 120: a number of seconds, without a unit',
  ],
  [
    'hours',
    workload(
      'batch/v1',
      'Job',
      'restartPolicy: Never, containers: [{name: a, image: "a:1"}]',
      'ttlSecondsAfterFinished: 1 hour',
    ).replace('selector: {matchLabels: {a: b}}, ', ''),
    'spec.ttlSecondsAfterFinished: use 3600: a number of seconds, without a unit',
  ],
  [
    'a number that counts no seconds',
    deployment('containers: [{name: a, image: "a:1"}]', 'replicas: 3s'),
    'spec.replicas: use an integer between -2147483648 and 2147483647, without quotes',
  ],
])('%s', (_, text, expected) => {
  expect(advice(text)).toEqual([`field-type ${expected}`]);
});

test.each([
  ['a variable', pod('env: [{A: b}]'), `${C}.env[0].A: write it as "name: A", with "value:" below it`],
  [
    'a mount',
    pod('volumeMounts: [{v: /v}]', 'volumes: [{name: v, emptyDir: {}}]'),
    `${C}.volumeMounts[0].v: write it as "name: v", with "mountPath:" below it`,
  ],
  ['a misspelled name', pod('env: [{nmae: A}]'), `${C}.env[0].nmae: did you mean "name"?`],
])('the name of an item as its key: %s', (_, text, expected) => {
  expect(advice(text)).toEqual([`unknown-field ${expected}`]);
});

test.each(['${COMMAND}', 'run {{ .Values.flags }}'])(
  'what is to be filled in is no command line: %s',
  (text) => {
    expect(advice(pod(`command: "${text}"`))).toEqual([expect.stringContaining('not-rendered')]);
  },
);

test('a key that is not plain is in quotes', () => {
  expect(advice(service(`selector: "on=a,1=b", ${ports}`))).toEqual([
    'field-type spec.selector: use a map: {"1": "b", "on": "a"}',
  ]);
});

test("the text of a server's message stays as it is", () => {
  const [finding] = new ManifestValidator().validateYaml(pod('command: cat /x'));
  expect(finding.message).toBe(
    'json: cannot unmarshal string into Go struct field Container.spec.containers.command of type []string',
  );
});
