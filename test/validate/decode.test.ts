import { judge } from '../../lib/validate/engine';
import { serverStatus } from '../../lib/validate/status';

const object = (kind: string, fields: object, apiVersion = 'v1') => ({
  apiVersion,
  kind,
  metadata: { name: 'x' },
  ...fields,
});
const pod = (spec: object) => object('Pod', { spec });
const container = (fields: object) => pod({ containers: [fields] });

/** What a server says after `cannot be handled as a Kind: `; empty where it decodes. */
function undecoded(manifest: unknown, minor = 36): string {
  const { code, message } = serverStatus(judge(manifest, { minor }));
  return code === 400 ? message.replace(/^.*? cannot be handled as a \w+: /, '') : '';
}

describe('a type error names the Go struct, the path and the Go type', () => {
  test.each([
    [
      'a named string',
      container({ imagePullPolicy: 1 }),
      'number into Go struct field Container.spec.containers.imagePullPolicy of type v1.PullPolicy',
    ],
    [
      'an item of named strings',
      container({ securityContext: { capabilities: { add: [true] } } }),
      'bool into Go struct field Capabilities.spec.containers.securityContext.capabilities.add of type v1.Capability',
    ],
    [
      'a list of named strings',
      container({ securityContext: { capabilities: { add: 'ALL' } } }),
      'string into Go struct field Capabilities.spec.containers.securityContext.capabilities.add of type []v1.Capability',
    ],
    [
      'a named map',
      container({ resources: { limits: [] } }),
      'array into Go struct field ResourceRequirements.spec.containers.resources.limits of type v1.ResourceList',
    ],
    [
      'a list of structs',
      container({ ports: '80' }),
      'string into Go struct field Container.spec.containers.ports of type []v1.ContainerPort',
    ],
    [
      'an item of a list of structs',
      container({ env: ['A=b'] }),
      'string into Go struct field Container.spec.containers.env of type v1.EnvVar',
    ],
    [
      'a map of strings',
      object('ConfigMap', { data: { a: 1 } }),
      'number into Go struct field ConfigMap.data of type string',
    ],
    [
      'a map of bytes',
      object('Secret', { data: 'a' }),
      'string into Go struct field Secret.data of type map[string][]uint8',
    ],
    [
      'a byte',
      object('Secret', { data: { a: [1, 256] } }),
      'number 256 into Go struct field Secret.data of type uint8',
    ],
    [
      'a number with a fraction',
      pod({ priority: 1.5 }),
      'number 1.5 into Go struct field PodSpec.spec.priority of type int32',
    ],
    [
      'a number that does not fit',
      pod({ priority: 2147483648 }),
      'number 2147483648 into Go struct field PodSpec.spec.priority of type int32',
    ],
    [
      'a number that no int64 holds',
      container({ securityContext: { runAsUser: 2n ** 63n } }),
      'number 9223372036854776000 into Go struct field SecurityContext.spec.containers.securityContext.runAsUser of type int64',
    ],
    [
      'an int-or-string',
      container({ livenessProbe: { httpGet: { port: true } } }),
      'bool into Go struct field HTTPGetAction.spec.containers.livenessProbe.ProbeHandler.httpGet.port of type int32',
    ],
    [
      'a time',
      { ...object('Pod', {}), metadata: { creationTimestamp: 1 } },
      'number into Go struct field ObjectMeta.metadata.creationTimestamp of type string',
    ],
    [
      'the kind of a claim template',
      object('StatefulSet', { spec: { volumeClaimTemplates: [{ kind: 1 }] } }, 'apps/v1'),
      'number into Go struct field PersistentVolumeClaim.spec.volumeClaimTemplates.TypeMeta.kind of type string',
    ],
  ])('%s', (_, manifest, text) => {
    expect(undecoded(manifest)).toBe(`json: cannot unmarshal ${text}`);
  });
});

test.each([
  [34, 'spec.volumes.secret.items', 'spec.containers.envFrom.secretRef.name'],
  [
    35,
    'spec.volumes.VolumeSource.secret.items',
    'spec.containers.envFrom.secretRef.LocalObjectReference.name',
  ],
])('1.%d writes the path of an inlined field as %s', (minor, items, name) => {
  expect(undecoded(pod({ volumes: [{ secret: { items: {} } }] }), minor)).toContain(
    `SecretVolumeSource.${items} of type []v1.KeyToPath`,
  );
  expect(undecoded(container({ envFrom: [{ secretRef: { name: 1 } }] }), minor)).toContain(
    `SecretEnvSource.${name} of type string`,
  );
});

test('a field that only older minors have is named with its Go type', () => {
  const slice = {
    apiVersion: 'resource.k8s.io/v1',
    kind: 'ResourceSlice',
    metadata: { name: 'a' },
    spec: { devices: [{ name: 'b', nodeAllocatableResourceMappings: 5 }] },
  };
  // What a server of 1.36.3 says.
  expect(undecoded(slice, 36)).toContain(
    'Go struct field Device.spec.devices.nodeAllocatableResourceMappings of type map[v1.ResourceName]v1.NodeAllocatableResourceMapping',
  );
});

describe('of several errors', () => {
  test('the first type error hides the others and all unknown fields; keys are sent sorted', () => {
    expect(undecoded(pod({ nodeName: 1, bogus: 1, hostname: 2 }))).toContain('PodSpec.spec.hostname ');
  });

  test('a type that decodes itself stops the decoder and hides what came before', () => {
    expect(undecoded(container({ args: 'a', resources: { limits: { cpu: 'much' } } }))).toMatch(
      /^quantities must match/,
    );
  });

  test('base64 does not', () => {
    expect(undecoded(object('Secret', { data: { a: '!' }, immutable: 'a' }))).toBe(
      'illegal base64 data at input byte 0',
    );
    expect(undecoded(object('Secret', { data: { b: 1, a: '!' } }))).toBe(
      'illegal base64 data at input byte 0',
    );
  });

  test('unknown fields are listed, a hundred at most', () => {
    expect(undecoded(pod({ containers: [{ zeta: 1, alpha: null }] }))).toBe(
      'strict decoding error: unknown field "spec.containers[0].alpha", unknown field "spec.containers[0].zeta"',
    );
    const many = Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`x${index}`, 1]));
    expect(undecoded(pod(many)).match(/unknown field/g)).toHaveLength(100);
  });

  test('the key of a map is written as a field', () => {
    const manifest = object(
      'PodDisruptionBudget',
      { spec: { selector: { matchExpressions: [{ 'a"b': 1 }] } } },
      'policy/v1',
    );
    expect(undecoded(manifest)).toBe(
      'strict decoding error: unknown field "spec.selector.matchExpressions[0].a\\"b"',
    );
    const schema = {
      spec: { versions: [{ schema: { openAPIV3Schema: { properties: { size: { tpye: 1 } } } } }] },
    };
    expect(undecoded(object('CustomResourceDefinition', schema, 'apiextensions.k8s.io/v1'))).toBe(
      'strict decoding error: unknown field "spec.versions[0].schema.openAPIV3Schema.properties.size.tpye"',
    );
  });
});

test.each([
  ['2026-01-31T12:00:00Z', ''],
  ['2026-01-31T12:00:00.5+02:00', ''],
  ['2026-01-31T1:00:00Z', ''],
  ['', 'parsing time "" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "2006"'],
  ['2026-01-31', 'parsing time "2026-01-31" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "T"'],
  ['2026-13-31T12:00:00Z', 'parsing time "2026-13-31T12:00:00Z": month out of range'],
  ['2026-02-29T12:00:00Z', 'parsing time "2026-02-29T12:00:00Z": day out of range'],
  ['2026-01-31T24:00:00Z', 'parsing time "2026-01-31T24:00:00Z": hour out of range'],
  [
    '2026-01-31T12:00:00',
    'parsing time "2026-01-31T12:00:00" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "Z07:00"',
  ],
  ['2026-01-31T12:00:00Z!', 'parsing time "2026-01-31T12:00:00Z!": extra text: "!"'],
  ['é', 'parsing time "\\xc3\\xa9" as "2006-01-02T15:04:05Z07:00": cannot parse "\\xc3\\xa9" as "2006"'],
])('the time %j', (text, error) => {
  expect(undecoded({ ...object('Pod', {}), metadata: { creationTimestamp: text } })).toBe(error);
});

test.each([
  ['2026-01-31T12:00:00.123456Z', ''],
  [
    '2026-01-31T12:00:00Z',
    'parsing time "2026-01-31T12:00:00Z" as "2006-01-02T15:04:05.000000Z07:00": cannot parse "Z" as ".000000"',
  ],
])('the time in microseconds %j', (text, error) => {
  expect(undecoded(object('Lease', { spec: { acquireTime: text } }, 'coordination.k8s.io/v1'))).toBe(error);
});

test.each([
  ['aGk=', ''],
  ['aG\nk=\r\n', ''],
  ['', ''],
  ['aGk', '0'],
  ['aGkx!', '4'],
  ['a=', '1'],
  ['aG=x', '2'],
  ['aG==x', '4'],
  ['aG=', '3'],
  ['é', '0'],
])('the base64 %j', (text, at) => {
  expect(undecoded(object('Secret', { data: { a: text } }))).toBe(
    at && `illegal base64 data at input byte ${at}`,
  );
});

test('nulls, lists of bytes and free-form objects decode', () => {
  expect(undecoded(object('Secret', { data: { a: [104, 105, null], b: null }, stringData: null }))).toBe('');
  expect(undecoded(object('ControllerRevision', { data: 'anything', revision: 1 }, 'apps/v1'))).toBe('');
});
