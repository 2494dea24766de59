import { ManifestValidator } from '../../../lib';
import { defaulted } from '../../../lib/validate/defaults/defaulted';

const meta = { name: 'web' };
const app = { name: 'app', image: 'nginx:1.27' };
const pod = (spec: object = {}, metadata: object = meta) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata,
  spec: { containers: [app], ...spec },
});
const returned = (manifest: object, minor = 36, options: object = {}) =>
  defaulted(manifest, { minor, ...options }).object as any;

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

test('a Pod comes back as a server returns it', () => {
  expect(new ManifestValidator().defaulted(frozen(pod()))).toEqual({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { generation: 1, name: 'web', namespace: 'default' },
    spec: {
      containers: [
        {
          ...app,
          imagePullPolicy: 'IfNotPresent',
          resources: {},
          terminationMessagePath: '/dev/termination-log',
          terminationMessagePolicy: 'File',
        },
      ],
      dnsPolicy: 'ClusterFirst',
      enableServiceLinks: true,
      preemptionPolicy: 'PreemptLowerPriority',
      priority: 0,
      restartPolicy: 'Always',
      schedulerName: 'default-scheduler',
      securityContext: {},
      serviceAccount: 'default',
      serviceAccountName: 'default',
      terminationGracePeriodSeconds: 30,
      tolerations: ['not-ready', 'unreachable'].map((state) => ({
        effect: 'NoExecute',
        key: `node.kubernetes.io/${state}`,
        operator: 'Exists',
        tolerationSeconds: 300,
      })),
    },
    status: { phase: 'Pending', qosClass: 'BestEffort' },
  });
});

test('keys are in alphabetical order, at every depth', () => {
  const text = JSON.stringify(
    returned(
      pod(
        { volumes: [{ secret: { secretName: 's' }, name: 'v' }] },
        { name: 'web', labels: { b: '1', a: '2', B: '3' } },
      ),
    ),
  );
  expect(text).toContain('"labels":{"B":"3","a":"2","b":"1"}');
  expect(text).toContain('{"name":"v","secret":{"defaultMode":420,"secretName":"s"}}');
  expect(Object.keys(JSON.parse(text))).toEqual(['apiVersion', 'kind', 'metadata', 'spec', 'status']);
});

test('a refused manifest throws in the words of the server', () => {
  expect(() => new ManifestValidator().defaulted(pod({ restartPolicy: 'Sometimes' }))).toThrow(
    'Pod "web" is invalid: spec.restartPolicy: Unsupported value: "Sometimes": supported values: "Always", "OnFailure", "Never"',
  );
  expect(() => new ManifestValidator().defaulted(pod({ contaners: [] }))).toThrow(
    'strict decoding error: unknown field "spec.contaners"',
  );
  expect(() => new ManifestValidator().defaulted({ kind: 'Pod' })).toThrow('apiVersion not set');
});

test('the version of the validator counts', () => {
  const template = { metadata: { labels: { a: 'b' } }, spec: { containers: [app] } };
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: meta,
    spec: { selector: { matchLabels: { a: 'b' } }, template },
  };
  const of = (kubernetesVersion: string) =>
    new ManifestValidator({ kubernetesVersion }).defaulted(deployment).spec.template.metadata;
  expect(of('1.33')).toEqual({ creationTimestamp: null, labels: { a: 'b' } });
  expect(of('1.34')).toEqual({ labels: { a: 'b' } });
});

test('what a gate that is off guards is dropped', () => {
  expect(returned(pod({ hostnameOverride: 'x' }), 34).spec).not.toHaveProperty('hostnameOverride');
  expect(returned(pod({ hostnameOverride: 'x' }), 35).spec.hostnameOverride).toBe('x');
});

describe('values are written as Go writes them', () => {
  test.each([
    ['0.5', '500m'],
    ['1000m', '1'],
    ['1024Mi', '1Gi'],
    [1.5, '1500m'],
    ['100u', '1m'],
    ['2000k', '2M'],
  ])('the amount %p as %p', (memory, text) => {
    expect(
      returned(pod({ containers: [{ ...app, resources: { requests: { memory } } }] })).spec.containers[0]
        .resources.requests.memory,
    ).toBe(text);
  });

  test.each([
    ['2026-01-31T12:00:00Z', '2026-01-31T12:00:00Z'],
    ['2026-01-31T00:30:00.75+02:00', '2026-01-30T22:30:00Z'],
  ])('the time %s as %s', (creationTimestamp, text) => {
    const template = { metadata: { creationTimestamp }, spec: { containers: [app] } };
    expect(
      returned({ apiVersion: 'v1', kind: 'PodTemplate', metadata: meta, template }).template.metadata
        .creationTimestamp,
    ).toBe(text);
  });

  test('what is empty or null is left out, pointers to zero are not', () => {
    const { spec } = returned(
      pod({
        hostNetwork: false,
        hostUsers: true,
        nodeSelector: {},
        tolerations: [],
        volumes: null,
        terminationGracePeriodSeconds: 0,
        containers: [{ ...app, tty: false, args: [], env: [{ name: 'A', value: '' }] }],
      }),
    );
    expect(spec).toEqual(expect.objectContaining({ hostUsers: true, terminationGracePeriodSeconds: 0 }));
    for (const field of ['hostNetwork', 'nodeSelector', 'volumes']) expect(spec).not.toHaveProperty(field);
    expect(spec.containers[0]).toEqual(expect.objectContaining({ env: [{ name: 'A' }] }));
    for (const field of ['tty', 'args']) expect(spec.containers[0]).not.toHaveProperty(field);
  });

  test('texts of a Secret become data, and base64 loses its line ends', () => {
    const { data, type, stringData } = returned({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: meta,
      data: { a: 'YW\nJj', b: 'eA==' },
      stringData: { b: 'y' },
    });
    expect({ data, type, stringData }).toEqual({
      data: { a: 'YWJj', b: 'eQ==' },
      type: 'Opaque',
      stringData: undefined,
    });
  });
});

describe('what only a server can know is left out', () => {
  test('a generated name, and times', () => {
    const { metadata } = returned(
      pod({}, { generateName: 'web-', uid: 'x', creationTimestamp: '2026-01-31T12:00:00Z' }),
    );
    expect(metadata).toEqual({ generateName: 'web-', generation: 1, namespace: 'default' });
    expect(returned(pod({ schedulingGates: [{ name: 'a/b' }] })).status.conditions).toEqual([
      expect.not.objectContaining({ lastTransitionTime: expect.anything() as unknown }),
    ]);
  });

  test("a Job's labels and selector by UID", () => {
    const job = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: meta,
      spec: { template: { spec: { containers: [app], restartPolicy: 'Never' } } },
    };
    const { metadata, spec } = returned(job);
    const labels = { 'batch.kubernetes.io/job-name': 'web', 'job-name': 'web' };
    expect([metadata.labels, spec.template.metadata.labels, spec.selector]).toEqual([
      labels,
      labels,
      undefined,
    ]);
    const generated = returned({ ...job, metadata: { generateName: 'web-' } });
    expect([generated.metadata.labels, generated.spec.template.metadata]).toEqual([undefined, {}]);
  });

  test('addresses and node ports of a Service', () => {
    expect(
      returned({
        apiVersion: 'v1',
        kind: 'Service',
        metadata: meta,
        spec: { type: 'NodePort', ports: [{ port: 80 }] },
      }).spec,
    ).toEqual({
      externalTrafficPolicy: 'Cluster',
      internalTrafficPolicy: 'Cluster',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }],
      sessionAffinity: 'None',
      type: 'NodePort',
    });
  });
});

describe('admission', () => {
  test('the classes of the cluster set the priority', () => {
    const cluster = {
      priorityClasses: {
        usual: { value: 7, globalDefault: true },
        high: { value: 9, preemptionPolicy: 'Never' },
      },
    };
    expect(returned(pod(), 36, { cluster }).spec).toMatchObject({ priority: 7, priorityClassName: 'usual' });
    expect(returned(pod({ priorityClassName: 'high' }), 36, { cluster }).spec).toMatchObject({
      priority: 9,
      preemptionPolicy: 'Never',
    });
    expect(returned(pod({ priorityClassName: 'high' })).spec).not.toHaveProperty('priority');
    expect(returned(pod({ priorityClassName: 'system-node-critical' })).spec.priority).toBe(2_000_001_000);
  });

  test('tolerations that the Pod has are not added', () => {
    const tolerations = [{ key: 'node.kubernetes.io/not-ready', operator: 'Exists', effect: 'NoExecute' }];
    expect(returned(pod({ tolerations })).spec.tolerations.map(({ key }: { key: string }) => key)).toEqual([
      'node.kubernetes.io/not-ready',
      'node.kubernetes.io/unreachable',
    ]);
    expect(returned(pod({ tolerations: [{ operator: 'Exists' }] })).spec.tolerations).toEqual([
      { operator: 'Exists' },
    ]);
  });

  test('serviceAccount is another name of serviceAccountName', () => {
    expect(returned(pod({ serviceAccount: 'robot' })).spec).toMatchObject({
      serviceAccount: 'robot',
      serviceAccountName: 'robot',
    });
    expect(returned(pod(), 36, { cluster: { serviceAccountAdmission: false } }).spec).not.toHaveProperty(
      'serviceAccountName',
    );
  });

  test('an AppArmor annotation becomes a field', () => {
    const annotations = { 'container.apparmor.security.beta.kubernetes.io/app': 'runtime/default' };
    expect(returned(pod({}, { ...meta, annotations })).spec.containers[0].securityContext).toEqual({
      appArmorProfile: { type: 'RuntimeDefault' },
    });
  });
});

test.each([
  [{ requests: { cpu: 1 } }, 'Burstable'],
  [{ limits: { cpu: 1 } }, 'Burstable'],
  [{ limits: { cpu: 1, memory: '1Gi' } }, 'Guaranteed'],
  [{ limits: { cpu: 1, memory: '1Gi' }, requests: { cpu: '0.5' } }, 'Burstable'],
  [{ limits: { cpu: 0 } }, 'BestEffort'],
  [{}, 'BestEffort'],
])('a Pod with %j is %s', (resources, qosClass) => {
  expect(returned(pod({ containers: [{ ...app, resources }] })).status.qosClass).toBe(qosClass);
});

test.each([
  ['nginx', 'Always'],
  ['nginx:latest', 'Always'],
  ['nginx:1', 'IfNotPresent'],
  [`nginx@sha256:${'a'.repeat(64)}`, 'IfNotPresent'],
  [`nginx:latest@sha256:${'a'.repeat(64)}`, 'Always'],
  ['registry:5000/nginx', 'Always'],
  ['a..b', 'IfNotPresent'],
  ['NGINX', 'IfNotPresent'],
  ['a'.repeat(300), 'IfNotPresent'],
  ['Registry/nginx', 'Always'],
  ['a_b.c/nginx', 'Always'],
  ['index.docker.io/nginx', 'Always'],
  ['[::1]:5000/nginx', 'Always'],
])('the image %s is pulled %s', (image, policy) => {
  expect(returned(pod({ containers: [{ name: 'app', image }] })).spec.containers[0].imagePullPolicy).toBe(
    policy,
  );
});

test('a namespace of the caller, none for kinds without', () => {
  expect(returned(pod(), 36, { namespace: 'team' }).metadata.namespace).toBe('team');
  expect(returned(pod({}, { ...meta, namespace: 'own' }), 36, { namespace: 'team' }).metadata.namespace).toBe(
    'own',
  );
  expect(returned({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'x' } })).toEqual({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { labels: { 'kubernetes.io/metadata.name': 'x' }, name: 'x' },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  });
});

test('whether the defaults of a kind are known is told', () => {
  const known = (manifest: object) => defaulted(manifest, { minor: 36 }).defaultsKnown;
  expect(known(pod())).toBe(true);
  expect(known({ apiVersion: 'v1', kind: 'ConfigMap', metadata: meta })).toBe(true);
  expect(known({ apiVersion: 'example.com/v1', kind: 'Widget', metadata: meta })).toBe(false);
});
