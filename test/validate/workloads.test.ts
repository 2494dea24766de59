import { judge } from '../../lib/validate/engine';
import { serverStatus } from '../../lib/validate/status';
import { ofServer } from '../support/of-server';

const container = { name: 'app', image: 'nginx:1.27' };
const template = (spec: object = {}, labels: object = { app: 'web' }) => ({
  metadata: { labels },
  spec: { containers: [container], ...spec },
});
const app = (kind: string, spec: object = {}, metadata: object = { name: 'web' }) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata,
  spec: { selector: { matchLabels: { app: 'web' } }, template: template(), ...spec },
});
const job = (spec: object = {}, metadata: object = { name: 'job' }) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata,
  spec: { template: { spec: { restartPolicy: 'Never', containers: [container] } }, ...spec },
});
const object = (apiVersion: string, kind: string, metadata: object, rest: object = {}) => ({
  apiVersion,
  kind,
  metadata,
  ...rest,
});
const status = (manifest: unknown, minor = 36) => serverStatus(judge(manifest, { minor }));
const said = (manifest: unknown, minor = 36) =>
  status(manifest, minor).causes.map(({ field, message }) => `${field}: ${message}`);
const all = [30, 31, 32, 33, 34, 35, 36];

test.each(['Deployment', 'ReplicaSet', 'DaemonSet', 'StatefulSet'])(
  'a plain %s is sound in every minor',
  (kind) => {
    expect(all.map((minor) => status(app(kind), minor))).toEqual(
      all.map(() => ({ ok: true, code: 201, reason: '', message: '', causes: [], warnings: [] })),
    );
  },
);

test("values of a server's types are JSON from 1.34 on and Go before", () => {
  const manifest = app('Deployment', {
    selector: { matchLabels: { b: '1', app: 'x' } },
    strategy: { type: 'Slow', rollingUpdate: { maxSurge: '10%' } },
  });
  expect(said(manifest, 34)).toEqual([
    'spec.template.metadata.labels: Invalid value: {"app":"web"}: `selector` does not match template `labels`',
    'spec.strategy: Unsupported value: {"Type":"Slow","RollingUpdate":{"MaxUnavailable":0,"MaxSurge":"10%"}}: supported values: "Recreate", "RollingUpdate"',
  ]);
  expect(said(manifest, 33)).toEqual([
    'spec.template.metadata.labels: Invalid value: map[string]string{"app":"web"}: `selector` does not match template `labels`',
    'spec.strategy: Unsupported value: apps.DeploymentStrategy{Type:"Slow", RollingUpdate:(*apps.RollingUpdateDeployment)(0xc000000000)}: supported values: "Recreate", "RollingUpdate"',
  ]);
  const broken = app('ReplicaSet', {
    selector: { matchExpressions: [{ key: 'app', operator: 'Like', values: ['a'] }, { operator: 'Exists' }] },
  });
  expect(said(broken, 36).at(-1)).toBe(
    'spec.selector: Invalid value: {"matchExpressions":[{"key":"app","operator":"Like","values":["a"]},{"key":"","operator":"Exists"}]}: invalid label selector',
  );
  expect(said(broken, 30).at(-1)).toBe(
    'spec.selector: Invalid value: v1.LabelSelector{MatchLabels:map[string]string(nil), MatchExpressions:[]v1.LabelSelectorRequirement{v1.LabelSelectorRequirement{Key:"app", Operator:"Like", Values:[]string{"a"}}, v1.LabelSelectorRequirement{Key:"", Operator:"Exists", Values:[]string(nil)}}}: invalid label selector',
  );
});

test('the templates of StatefulSets are looked at from 1.34 on, with the volumes of their claims in front', () => {
  const manifest = app('StatefulSet', {
    serviceName: 'a.b',
    volumeClaimTemplates: [
      {
        metadata: { name: 'data' },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      },
    ],
    template: template({
      hostname: 'Any',
      volumes: [
        { name: 'data', emptyDir: {} },
        { name: 'Bad', emptyDir: {} },
      ],
    }),
  });
  expect([said(manifest, 32).length, said(manifest, 33).length]).toEqual([0, 1]);
  expect(said(manifest, 34).map((text) => text.split(':')[0])).toEqual([
    'spec.serviceName',
    'spec.template.spec.volumes[1].name',
  ]);
  expect(ofServer(judge(manifest, { minor: 36 }).findings).map(({ at }) => at?.toString())).toEqual([
    undefined,
    'spec.template.spec.volumes[1].name',
  ]);
});

test("labels of a StatefulSet's template are judged twice", () => {
  expect(said(app('StatefulSet', { template: template({}, { app: 'web', 'a b': '1' }) }))).toHaveLength(2);
});

describe('what a server makes of Jobs', () => {
  test('selector and labels, with a UID that nobody knows', () => {
    expect(said(job({ selector: { matchLabels: { a: 'b' } } }))).toEqual([
      'spec.selector: Invalid value: {"matchLabels":{"a":"b","batch.kubernetes.io/controller-uid":"<uid>"}}: `selector` not auto-generated',
      'spec.template.metadata.labels: Invalid value: {"batch.kubernetes.io/controller-uid":"<uid>","batch.kubernetes.io/job-name":"job","controller-uid":"<uid>","job-name":"job"}: `selector` does not match template `labels`',
    ]);
  });

  test('a Job without labels has those of its template, made ones included', () => {
    const name = 'a'.repeat(64);
    const labelled = template({ restartPolicy: 'Never' }, { z: '1' });
    expect(said(job({}, { name })).map((text) => text.split(':')[0])).toEqual([
      'spec.template.labels',
      'spec.template.labels',
    ]);
    expect(said(job({ template: labelled }, { name })).map((text) => text.split(':')[0])).toEqual([
      'metadata.labels',
      'metadata.labels',
      'spec.template.labels',
      'spec.template.labels',
    ]);
  });

  test('the manifest stays as it is', () => {
    const labels = Object.freeze({ a: 'b' });
    expect(() =>
      judge(
        job({ template: template({ restartPolicy: 'Never' }, labels), selector: { matchLabels: labels } }),
        { minor: 36 },
      ),
    ).not.toThrow();
  });
});

describe('gates', () => {
  test.each([
    ['managedBy', 'x', 31, 'JobManagedBy'],
    ['successPolicy', { rules: [] }, 30, 'JobSuccessPolicy'],
  ])('%s is dropped where it is off by default', (field, value, last, gate) => {
    const manifest = job({ [field]: value, completionMode: 'Indexed', completions: 1 });
    expect(said(manifest, last)).toEqual([]);
    expect(judge(manifest, { minor: last }).findings[0].message).toContain(gate);
    expect(said(manifest, last + 1)).toHaveLength(1);
  });

  test('maxUnavailable of StatefulSets is dropped everywhere', () => {
    const manifest = app('StatefulSet', { updateStrategy: { rollingUpdate: { maxUnavailable: 'x' } } });
    expect(all.flatMap((minor) => said(manifest, minor))).toEqual([]);
    expect(ofServer(judge(manifest, { minor: 36 }).findings).map(({ rule }) => rule)).toEqual([
      'field-dropped',
    ]);
  });
});

describe('warnings', () => {
  test('of names that are no labels', () => {
    expect(status(app('Deployment', {}, { name: 'a.b' })).warnings).toEqual([
      'metadata.name: this is used in Pod names and hostnames, which can result in surprising behavior; a DNS label is recommended: [must not contain dots]',
    ]);
    expect(status(app('DaemonSet', {}, { name: 'a.b' })).warnings).toEqual([]);
  });

  test('of histories without end, from 1.33 on', () => {
    const manifest = app('StatefulSet', { revisionHistoryLimit: -1 });
    expect([status(manifest, 32).warnings.length, status(manifest, 33).warnings.length]).toEqual([0, 1]);
  });

  test('of Jobs with very many indexes', () => {
    const manifest = job({ completionMode: 'Indexed', completions: 100_001, parallelism: 10_001 });
    expect(status(manifest).warnings[0]).toMatch(
      /^spec: In Indexed Jobs with a number of completions higher than 10\^5/,
    );
  });

  test('of repeated owners', () => {
    const owner = { apiVersion: 'v1', kind: 'A', name: 'a', uid: 'c' };
    const { ok, warnings } = status(
      object('v1', 'ConfigMap', {
        name: 'x',
        ownerReferences: [owner, { ...owner }, { ...owner, uid: 'd' }],
      }),
    );
    expect([ok, warnings.length, warnings[0].endsWith('duplicate UID(s) observed: c')]).toEqual([
      true,
      1,
      true,
    ]);
  });
});

describe('names', () => {
  test.each([
    ['v1', 'ConfigMap', 'a.b', 36, true],
    ['v1', 'ConfigMap', 'A', 36, false],
    ['v1', 'Namespace', 'a.b', 36, false],
    ['apps/v1', 'StatefulSet', 'a.b', 30, false],
    ['v1', 'Service', '1a', 36, true],
    ['v1', 'Service', '1a', 35, false],
    ['rbac.authorization.k8s.io/v1', 'Role', 'A:b', 36, true],
    ['rbac.authorization.k8s.io/v1', 'Role', 'a/b', 36, false],
    ['policy/v1', 'PodDisruptionBudget', 'A b', 36, true],
    ['policy/v1', 'PodDisruptionBudget', '..', 36, false],
    ['networking.k8s.io/v1', 'IPAddress', '::1', 36, true],
    ['networking.k8s.io/v1', 'IPAddress', '::01', 36, false],
    ['networking.k8s.io/v1', 'IPAddress', 'a', 36, false],
    ['certificates.k8s.io/v1', 'CertificateSigningRequest', 'A b', 36, true],
  ])('%s %s %j in 1.%i: %s', (apiVersion, kind, name, minor, sound) => {
    expect(
      said(object(apiVersion, kind, { name }), minor).some((text) => text.startsWith('metadata.name')),
    ).toBe(!sound);
  });

  test('of 253 characters at most', () => {
    expect(said(object('v1', 'Secret', { name: 'a'.repeat(254) }))[0]).toMatch(
      /: must be no more than 253 characters$/,
    );
    expect(said(object('v1', 'ReplicationController', { name: 'a'.repeat(254) }))[0]).toMatch(
      /: must be no more than 253 bytes$/,
    );
    expect(said(object('v1', 'Secret', { generateName: 'a'.repeat(253) }))).toEqual([]);
  });

  test('a generateName that is not judged at first is judged in the end', () => {
    const rc = (generateName: string) =>
      object('v1', 'ReplicationController', { name: 'x', generateName }, { spec: { template: template() } });
    expect(said(rc('a_b'))).toEqual([]);
    expect(said(rc('a/b'))).toEqual(['metadata.generateName: Invalid value: "a/b": may not contain \'/\'']);
    expect(said(rc('a_b'), 34)).toHaveLength(1);
  });
});

test('generation is judged where the server does not set it', () => {
  expect(said(object('v1', 'ConfigMap', { name: 'x', generation: -1 }))).toEqual([
    'metadata.generation: Invalid value: -1: must be greater than or equal to 0',
  ]);
  expect(said(app('Deployment', {}, { name: 'x', generation: -1 }))).toEqual([]);
});

test('finalizers of kinds that know apimachinery only', () => {
  expect(said(object('coordination.k8s.io/v1', 'Lease', { name: 'x', finalizers: ['plain'] }))).toEqual([]);
});

test('two controllers, and an event as an owner', () => {
  const owner = { uid: '1', name: 'a', kind: 'A', apiVersion: 'v1', controller: true };
  const manifest = object('v1', 'Secret', {
    name: 'x',
    ownerReferences: [owner, { ...owner, uid: '2', apiVersion: '/v1', kind: 'Event' }],
  });
  expect(said(manifest)).toEqual([
    'metadata.ownerReferences: Invalid value: {"apiVersion":"/v1","kind":"Event","name":"a","uid":"2","controller":true}: /v1, Kind=Event is disallowed from being an owner',
    'metadata.ownerReferences: Invalid value: [{"apiVersion":"v1","kind":"A","name":"a","uid":"1","controller":true},{"apiVersion":"/v1","kind":"Event","name":"a","uid":"2","controller":true}]: Only one reference can have Controller set to true. Found "true" in references for A/a and Event/a',
  ]);
});

const controllers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    uid: String(index),
    name: `a${index}`,
    kind: 'A',
    apiVersion: 'v1',
    controller: true,
  }));
const saidOfControllers = (count: number) =>
  said(object('v1', 'Secret', { name: 'x', ownerReferences: controllers(count) }));

test('each surplus controller is told of, with all owners, as a server does', () => {
  const found = saidOfControllers(60);
  expect(found.map((text) => text.slice(text.indexOf('Found')))).toEqual(
    controllers(60)
      .slice(1)
      .map(({ name }) => `Found "true" in references for A/a0 and A/${name}`),
  );
  expect(new Set(found.map((text) => text.split(': Only')[0].length)).size).toBe(1);
});

test('what is told of controllers grows no faster than they do', () => {
  const size = (count: number) => saidOfControllers(count).join('').length;
  expect(size(8_000)).toBeLessThan(1.3 * 2 * size(4_000));
  expect(size(4_000)).toBeLessThan(1.3 * 2 * size(2_000));
});

test('ports on the network of the node', () => {
  const spec = {
    hostNetwork: true,
    containers: [{ ...container, ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 82 }] }],
  };
  const text =
    'containers[0].ports[1].hostPort: Invalid value: 82: must match `containerPort` when `hostNetwork` is true';
  expect(said(app('DaemonSet', { template: template(spec) }))).toEqual([`spec.template.spec.${text}`]);
  expect(said(object('v1', 'Pod', { name: 'x' }, { spec }))).toEqual([`spec.${text}`]);
});
