import { judge } from '../../lib/validate/engine';
import type { Cluster } from '../../lib/validate/cluster';

/** Causes that a server of the minor gives: `field: message`, after the rule that they are of. */
function causesOf(
  kind: string,
  spec: object,
  minor: number,
  cluster?: Cluster,
  namespace?: string,
): string[] {
  const manifest = { apiVersion: 'resource.k8s.io/v1', kind, metadata: { name: 'a', namespace }, spec };
  return judge(manifest, { minor, cluster })
    .findings.filter(({ level }) => level === 'error')
    .map(({ rule, path, message }) => `${rule} ${path}: ${message}`);
}

const gpu = { deviceClassName: 'gpu' };
const claim = (devices: object) => ({ devices });
const slice = (...devices: object[]) => ({
  driver: 'd',
  pool: { name: 'p', resourceSliceCount: 1 },
  allNodes: true,
  devices,
});

/** Texts and places that changed: pkg/apis/resource/validation 1.34, 1.35 and 1.36. */
test.each<[kind: string, spec: object, causes: { readonly [minor: number]: readonly string[] }]>([
  [
    'ResourceClaim',
    claim({
      requests: [
        { name: 'a', exactly: gpu },
        { name: 'a', exactly: gpu },
      ],
    }),
    {
      34: ['device-claim spec.devices.requests[1].name: Duplicate value: "a"'],
      35: ['device-claim spec.devices.requests[1]: Duplicate value: "a"'],
      36: ['device-claim spec.devices.requests[1]: Duplicate value: "a"'],
    },
  ],
  [
    'ResourceClaim',
    claim({ requests: [{ name: 'a', exactly: {}, firstAvailable: [{ name: 'b', ...gpu }] }] }),
    {
      34: [
        'device-request spec.devices.requests[0].exactly.deviceClassName: Required value',
        'device-request spec.devices.requests[0]: Invalid value: null: exactly one of `exactly` or `firstAvailable` is required, but multiple fields are set',
      ],
      35: [
        'device-request spec.devices.requests[0]: Invalid value: null: exactly one of `exactly` or `firstAvailable` is required, but multiple fields are set',
      ],
      36: [
        'device-request spec.devices.requests[0]: Invalid value: null: exactly one of `exactly` or `firstAvailable` is required, but multiple fields are set',
      ],
    },
  ],
  [
    'ResourceClaim',
    claim({ constraints: [{ matchAttribute: 'model' }, { matchAttribute: '' }, {}] }),
    {
      34: [
        'device-constraint spec.devices.constraints[0].matchAttribute: Invalid value: "model": must include a domain',
        'device-constraint spec.devices.constraints[1].matchAttribute: Required value: name required',
        'device-constraint spec.devices.constraints[2].matchAttribute: Required value',
      ],
      36: [
        'device-constraint spec.devices.constraints[0].matchAttribute: Invalid value: "model": a fully qualified name must be a domain and a name separated by a slash',
        "device-constraint spec.devices.constraints[1].matchAttribute: Invalid value: \"\": a valid C identifier must start with alphabetic character or '_', followed by a string of alphanumeric characters or '_' (e.g. 'my_name',  or 'MY_NAME',  or 'MyName', regex used for validation is '[A-Za-z_][A-Za-z0-9_]*')",
        'device-constraint spec.devices.constraints[1].matchAttribute: Invalid value: "": a fully qualified name must be a domain and a name separated by a slash',
        'device-constraint spec.devices.constraints[2]: Required value: exactly one of "matchAttribute" or "distinctAttribute" is required, but multiple fields are set',
      ],
    },
  ],
  [
    'ResourceSlice',
    slice({ name: 'a', attributes: { 'a/': { int: 1 }, none: {}, two: { int: 1, bool: false } } }),
    {
      34: [
        'slice-device spec.devices[0].attributes[a/]: Required value: the name must not be empty',
        'device-attribute spec.devices[0].attributes[none]: Required value: exactly one value must be specified',
        'device-attribute spec.devices[0].attributes[two]: Invalid value: {"IntValue":1,"BoolValue":false,"StringValue":null,"VersionValue":null}: exactly one value must be specified',
      ],
      35: [
        'slice-device spec.devices[0].attributes[a/]: Invalid value: "": the name must not be empty',
        'device-attribute spec.devices[0].attributes[none]: Invalid value: "": exactly one value must be specified',
        'device-attribute spec.devices[0].attributes[two]: Invalid value: {"IntValue":1,"BoolValue":false,"StringValue":null,"VersionValue":null}: exactly one value must be specified',
      ],
      36: [
        'slice-device spec.devices[0].attributes: Invalid value: "": the name must not be empty',
        'device-attribute spec.devices[0].attributes[none]: Invalid value: "": exactly one value must be specified',
        'device-attribute spec.devices[0].attributes[two]: Invalid value: {"IntValue":1,"BoolValue":false,"StringValue":null,"VersionValue":null,"IntValues":null,"BoolValues":null,"StringValues":null,"VersionValues":null}: exactly one value must be specified',
      ],
    },
  ],
  [
    'DeviceClass',
    { selectors: Array.from({ length: 33 }, () => ({})) },
    {
      36: ['device-selector spec.selectors: Too many: 33: must have at most 32 items'],
    },
  ],
])('a %s with %j', (kind, spec, causes) => {
  for (const [minor, expected] of Object.entries(causes)) {
    expect([minor, causesOf(kind, spec, Number(minor))]).toEqual([minor, expected]);
  }
});

describe('what the tags of the API say since 1.37', () => {
  test('parts of a request that is not the only one are judged, too', () => {
    const request = {
      name: 'a',
      exactly: { allocationMode: 'Any', tolerations: [{ operator: 'Like' }] },
      firstAvailable: [{ name: 'b' }],
    };
    const invalid =
      'device-request spec.devices.requests[0]: Invalid value: null: exactly one of `exactly` or `firstAvailable` is required, but multiple fields are set';
    expect(causesOf('ResourceClaim', claim({ requests: [request] }), 36)).toEqual([invalid]);
    expect(causesOf('ResourceClaim', claim({ requests: [request] }), 37)).toEqual([
      'device-request spec.devices.requests[0].firstAvailable[0].deviceClassName: Required value',
      'device-request spec.devices.requests[0].exactly.allocationMode: Unsupported value: "Any": supported values: "All", "ExactCount"',
      'device-request spec.devices.requests[0].exactly.tolerations[0].operator: Unsupported value: "Like": supported values: "Equal", "Exists"',
      invalid,
    ]);
  });

  test('a repeated item is shown as a whole, in the order of its fields', () => {
    const request = {
      firstAvailable: [
        {
          tolerations: [{ tolerationSeconds: 0, key: 'k' }],
          capacity: { requests: { b: '1024Mi', a: 0.5 } },
          selectors: [],
          name: 'b',
          ...gpu,
        },
      ],
      name: 'a',
    };
    expect(causesOf('ResourceClaim', claim({ requests: [request, request] }), 37)).toEqual([
      'device-claim spec.devices.requests[1]: Duplicate value: {"name":"a","firstAvailable":[{"name":"b","deviceClassName":"gpu","allocationMode":"ExactCount","count":1,"tolerations":[{"key":"k","operator":"Equal","tolerationSeconds":0}],"capacity":{"requests":{"a":"500m","b":"1Gi"}}}]}',
    ]);
  });
});

test('up to 1.34, items of too long a list are judged, too', () => {
  const selectors = Array.from({ length: 33 }, () => ({}));
  expect(causesOf('DeviceClass', { selectors }, 34)).toHaveLength(34);
});

test('a driver name that is missing is malformed, too, up to 1.34', () => {
  const spec = { config: [{ opaque: { parameters: {} } }] };
  expect(causesOf('DeviceClass', spec, 34)).toHaveLength(2);
  expect(causesOf('DeviceClass', spec, 35)).toHaveLength(1);
});

describe('limits', () => {
  const many = (count: number, value: unknown) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, value]));
  const names = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `a${index}` }));

  test.each<[subject: string, kind: string, spec: object, cause: string]>([
    [
      'an expression of more than 10 KiB',
      'DeviceClass',
      { selectors: [{ cel: { expression: `"${'é'.repeat(5120)}" == ""` } }] },
      'device-selector spec.selectors[0].cel.expression: Too long: may not be more than 10240 bytes',
    ],
    [
      'parameters of more than 10 KiB as kubectl sends them',
      'DeviceClass',
      { config: [{ opaque: { driver: 'a', parameters: { a: '<'.repeat(1800) } } }] },
      'device-configuration spec.config[0].opaque.parameters: Too long: may not be more than 10240 bytes',
    ],
    [
      '129 devices',
      'ResourceSlice',
      slice(...names(129)),
      'resource-slice spec.devices: Too many: 129: must have at most 128 items',
    ],
    [
      '65 devices, one of them with a taint',
      'ResourceSlice',
      slice(...names(64), { name: 'b', taints: [{ key: 'k', effect: 'None' }] }),
      'resource-slice spec.devices: Too many: 65: must have at most 64 items',
    ],
    [
      'more than 32 attributes and capacities',
      'ResourceSlice',
      slice({ name: 'a', attributes: many(30, { int: 1 }), capacity: many(3, { value: 1 }) }),
      'slice-device spec.devices[0]: Invalid value: 33: the total number of attributes and capacities must not exceed 32',
    ],
    [
      '17 taints',
      'ResourceSlice',
      slice({ name: 'a', taints: Array.from({ length: 17 }, () => ({ key: 'k', effect: 'None' })) }),
      'device-taint spec.devices[0].taints: Too many: 17: must have at most 16 items',
    ],
    [
      '33 counters in a set',
      'ResourceSlice',
      { ...slice(), devices: undefined, sharedCounters: [{ name: 'a', counters: many(33, { value: 1 }) }] },
      'device-counters spec.sharedCounters[0].counters: Too many: 33: must have at most 32 items',
    ],
    [
      '11 valid values',
      'ResourceSlice',
      slice({
        name: 'a',
        allowMultipleAllocations: true,
        capacity: {
          a: {
            value: 20,
            requestPolicy: { default: 1, validValues: Array.from({ length: 11 }, (_, i) => i) },
          },
        },
      }),
      'device-capacity spec.devices[0].capacity[a].requestPolicy.validValues: Too many: 11: must have at most 10 items',
    ],
    [
      'the name of an attribute with more than 32 bytes, which is shortened at 96',
      'ResourceSlice',
      slice({ name: 'a', attributes: { [`a${'b'.repeat(99)}z`]: { string: 'x'.repeat(65) } } }),
      `device-attribute spec.devices[0].attributes[a${'b'.repeat(46)}...${'b'.repeat(45)}z].string: Too long: may not be more than 64 bytes`,
    ],
  ])('%s', (_, kind, spec, cause) => {
    expect(causesOf(kind, spec, 36)).toContain(cause);
  });
});

describe('a range of amounts', () => {
  const range = (value: string, usual: string, validRange: object) =>
    causesOf(
      'ResourceSlice',
      slice({
        name: 'a',
        allowMultipleAllocations: true,
        capacity: { a: { value, requestPolicy: { default: usual, validRange } } },
      }),
      36,
    ).map((text) => text.slice(text.indexOf('validRange.') + 'validRange.'.length));

  test('a step that reaches the default and the maximum is fine', () => {
    expect(range('80Gi', '2Gi', { min: '1Gi', max: '41Gi', step: '1Gi' })).toEqual([]);
  });

  test('fractions are rounded up before steps are counted', () => {
    expect(range('8', '1500m', { min: '500m', step: '1' })).toEqual([]);
    expect(range('8', '2500m', { min: '500m', step: '1500m' })).toEqual([]);
    expect(range('8', '2500m', { min: '1500m', step: '1500m' })).toEqual([
      'step: Invalid value: "2500m": value is not a multiple of a given step (1500m) from (1500m)',
    ]);
  });
});

describe('admin access', () => {
  const requests = [
    { name: 'a', exactly: { ...gpu, adminAccess: false } },
    { name: 'b', exactly: { ...gpu, adminAccess: true } },
  ];
  const refusal =
    'device-admin-access spec.devices.requests[1].adminAccess: Forbidden: admin access to devices requires the `resource.kubernetes.io/admin-access: true` label on the containing namespace';

  test.each<[kind: string, spec: object]>([
    ['ResourceClaim', claim({ requests })],
    ['ResourceClaimTemplate', { spec: claim({ requests }) }],
  ])('a %s is refused in namespaces without the label, if they are known', (kind, spec) => {
    expect(causesOf(kind, spec, 36)).toEqual([]);
    expect(causesOf(kind, spec, 36, { adminNamespaces: ['default'] })).toEqual([]);
    expect(causesOf(kind, spec, 36, { adminNamespaces: ['other'] }, 'other')).toEqual([]);
    expect(causesOf(kind, spec, 36, { adminNamespaces: ['other'] })).toEqual([refusal]);
  });
});
