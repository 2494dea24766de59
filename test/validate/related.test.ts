import { ManifestValidator } from '../../lib/validate/manifest-validator';

const validator = new ManifestValidator({ rules: { resources: 'off' } });

/** Where each finding is and what it relates to, a line each: `rule 3:5: message 2:5 path`. */
function relations(text: string): string[] {
  return validator
    .validateYaml(text)
    .filter(({ related }) => related)
    .map(
      ({ rule, position, related }) =>
        `${rule} ${position!.line}:${position!.column}: ${related!.map((other) => `${other.message} ${other.position!.line}:${other.position!.column} ${other.path}`).join(', ')}`,
    );
}

const pod = (spec: string) => `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
${spec}`;

test.each<[title: string, spec: string, expected: string[]]>([
  [
    'port names',
    `
  containers:
  - name: a
    image: a:1
    ports:
    - {containerPort: 80, name: http}
    - {containerPort: 81, name: http}
`,
    ['container-ports 11:33: first seen here 10:33 spec.containers[0].ports[0].name'],
  ],
  [
    'host ports of two containers',
    `
  containers:
  - {name: a, image: "a:1", ports: [{containerPort: 80, hostPort: 80}]}
  - {name: b, image: "a:1", ports: [{containerPort: 81, hostPort: 80}]}
`,
    ['host-port-unique 8:67: first seen here 7:67 spec.containers[0].ports[0].hostPort'],
  ],
  [
    'host ports that hostNetwork makes',
    `
  hostNetwork: true
  containers:
  - {name: a, image: "a:1", ports: [{containerPort: 80}]}
  - {name: b, image: "a:1", ports: [{containerPort: 80}]}
`,
    [
      'host-port-unique 9:37: first seen here 8:37 spec.containers[0].ports[0].hostPort',
      'port-conflict 9:53: container "a" uses it here 8:53 spec.containers[0].ports[0].containerPort',
    ],
  ],
  [
    'container names in two lists',
    `
  initContainers:
  - {name: a, image: "a:1"}
  containers:
  - {name: a, image: "a:1"}
`,
    ['container-name-unique 7:12: the other one is here 9:12 spec.containers[0].name'],
  ],
  [
    'volumes and mount paths',
    `
  containers:
  - name: a
    image: a:1
    volumeMounts:
    - {name: v, mountPath: /data}
    - {name: v, mountPath: /data}
  volumes:
  - {name: v, emptyDir: {}}
  - {name: v, emptyDir: {}}
`,
    [
      'pod-volumes 14:12: first seen here 13:12 spec.volumes[0].name',
      'volume-mounts 11:28: first seen here 10:28 spec.containers[0].volumeMounts[0].mountPath',
    ],
  ],
  [
    'a spread constraint, whose first is refused',
    `
  containers: [{name: a, image: "a:1"}]
  topologySpreadConstraints:
  - {topologyKey: a, whenUnsatisfiable: DoNotSchedule, maxSkew: 1, labelSelector: {}}
  - {topologyKey: a, whenUnsatisfiable: DoNotSchedule, maxSkew: 2, labelSelector: {}}
`,
    ['pod-topology-spread 8:5: seen again here 9:5 spec.topologySpreadConstraints[1]'],
  ],
  [
    'a gate',
    `
  containers: [{name: a, image: "a:1"}]
  schedulingGates: [{name: a}, {name: b}, {name: a}]
`,
    ['pod-scheduling-gates 7:43: first seen here 7:21 spec.schedulingGates[0]'],
  ],
  [
    'a variable and one after it',
    `
  containers:
  - name: a
    image: a:1
    env:
    - {name: A, value: "$(B)"}
    - {name: B, value: "1"}
    - {name: A, value: "2"}
`,
    [
      'env-hidden 12:7: first seen here 10:7 spec.containers[0].env[0]',
      'env-order 10:24: "B" is defined here 11:7 spec.containers[0].env[1]',
    ],
  ],
  [
    'a request and its limit',
    `
  containers:
  - name: a
    image: a:1
    resources:
      limits: {memory: 1Gi}
      requests: {memory: 2Gi}
`,
    ['container-resources 11:26: the limit is set here 10:24 spec.containers[0].resources.limits[memory]'],
  ],
  [
    'a port of two containers',
    `
  containers:
  - {name: a, image: "a:1", ports: [{containerPort: 80}]}
  - {name: b, image: "a:1", ports: [{containerPort: 80}]}
`,
    ['port-conflict 8:53: container "a" uses it here 7:53 spec.containers[0].ports[0].containerPort'],
  ],
  [
    'a grace period that is given, not one that is the usual',
    `
  terminationGracePeriodSeconds: 10
  containers:
  - {name: a, image: "a:1", lifecycle: {preStop: {exec: {command: [sleep, "20"]}}}}
`,
    ['pre-stop-grace 8:58: the grace period is set here 6:34 spec.terminationGracePeriodSeconds'],
  ],
])('%s', (_, spec, expected) => {
  expect(relations(pod(spec))).toEqual(expected);
});

test('a selector and the labels that it does not match', () => {
  expect(
    relations(`apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: a}}
  template:
    metadata: {labels: {app: b}}
    spec: {containers: [{name: a, image: "a:1"}]}
`),
  ).toEqual(['workload-selector-match 7:16: the selector is set here 5:3 spec.selector']);
});

test('a key that is set twice', () => {
  expect(
    relations(pod('  containers: [{name: a, image: "a:1"}]\n  hostPID: false\n  hostPID: false\n')),
  ).toEqual(['duplicate-key 7:3: first set here 6:3 ']);
});

test('in an item of a list, and without a text', () => {
  const container = { name: 'a', image: 'a:1' };
  const manifest = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web' },
    spec: { containers: [container, container] },
  };
  expect(
    relations(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [manifest] }, undefined, 1))[0],
  ).toMatch(/^container-name-unique 18:15: the other one is here 14:15 spec\.containers\[0\]\.name$/);
  expect(validator.validate(manifest)[0].related).toEqual([
    { message: 'the other one is here', path: 'spec.containers[0].name' },
  ]);
});
