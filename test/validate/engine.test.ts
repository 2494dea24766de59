import { judge } from '../../lib/validate/engine';
import { judgeManifest, judgeText } from '../../lib/validate/judging';
import { serverStatus } from '../../lib/validate/status';
import { ofServer } from '../support/of-server';

const pod = (spec: object, metadata: object = { name: 'web' }) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata,
  spec,
});
const app = { name: 'app', image: 'nginx' };
const status = (manifest: unknown, minor = 36) => serverStatus(judge(manifest, { minor }));
const said = (manifest: unknown, minor = 36) =>
  ofServer(judge(manifest, { minor }).findings).map(({ path, message }) => `${path}: ${message}`);

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

test('judging leaves the manifest as it is', () => {
  const manifest = frozen(
    pod(
      {
        hostNetwork: true,
        containers: [
          {
            ...app,
            ports: [{ containerPort: 80 }],
            resources: { limits: { cpu: 1 } },
            livenessProbe: { httpGet: { port: 80 } },
            env: [null],
          },
        ],
        volumes: [{ name: 'v' }],
      },
      { name: 'web', labels: { a: null } },
    ),
  );
  expect(() => judge(manifest, { minor: 36 })).not.toThrow();
});

describe('what a server fills in does not count as missing', () => {
  test.each([
    [
      'requests from limits',
      pod({ containers: [{ ...app, resources: { limits: { cpu: 1, 'hugepages-2Mi': '4Mi' } } }] }),
    ],
    [
      'a volume without source',
      pod({
        containers: [{ ...app, volumeMounts: [{ name: 'v', mountPath: '/v' }] }],
        volumes: [{ name: 'v' }],
      }),
    ],
    [
      'protocol, pull policy, probe counts, path and scheme',
      pod({
        containers: [{ ...app, ports: [{ containerPort: 80 }], startupProbe: { httpGet: { port: 80 } } }],
      }),
    ],
    [
      'the apiVersion of a fieldRef',
      pod({
        containers: [
          { ...app, env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] },
        ],
      }),
    ],
    ['a generated name', pod({ containers: [app] }, { generateName: 'web-' })],
  ])('%s', (_, manifest) => {
    expect(status(manifest)).toEqual({
      ok: true,
      code: 201,
      reason: '',
      message: '',
      causes: [],
      warnings: [],
    });
  });
});

describe('as a server says it', () => {
  test('one cause', () => {
    expect(status(pod({ containers: [{ name: 'app' }] }))).toEqual({
      ok: false,
      code: 422,
      reason: 'Invalid',
      warnings: [],
      message: 'Pod "web" is invalid: spec.containers[0].image: Required value',
      causes: [
        { reason: 'FieldValueRequired', field: 'spec.containers[0].image', message: 'Required value' },
      ],
    });
  });

  test('several causes, each text once', () => {
    const { message, causes } = status(pod({ containers: [{ ...app, envFrom: [{}, {}] }, { name: 'b' }] }));
    expect(causes).toHaveLength(3);
    expect(message).toBe(
      'Pod "web" is invalid: [spec.containers[0].envFrom: Invalid value: "": must specify one of: `configMapRef` or `secretRef`, spec.containers[1].image: Required value]',
    );
  });

  test('the group of a kind', () => {
    expect(status({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: {} }).message).toMatch(
      /^Deployment\.apps "" is invalid: \[metadata\.name: Required value: name or generateName is required, /,
    );
  });

  test('the first type error hides all else, in the order that kubectl sends', () => {
    expect(status(pod({ zzz: 1, containers: [{ tty: 'yes', name: 5, imgae: 'x' }] }))).toMatchObject({
      code: 400,
      reason: 'BadRequest',
      causes: [],
      message:
        'Pod in version "v1" cannot be handled as a Pod: json: cannot unmarshal number into Go struct field Container.spec.containers.name of type string',
    });
  });

  test('unknown fields together, in the order that kubectl sends', () => {
    expect(
      status(
        pod({
          zzz: 1,
          containers: [
            { ...app, imgae: 'x' },
            { name: 'b', image: 'b', aaa: 1 },
          ],
        }),
      ).message,
    ).toBe(
      'Pod in version "v1" cannot be handled as a Pod: strict decoding error: unknown field "spec.containers[0].imgae", unknown field "spec.containers[1].aaa", unknown field "spec.zzz"',
    );
  });

  test.each([
    [null, 'invalid object to validate'],
    [[], 'invalid object to validate'],
    ['x', 'invalid object to validate'],
    [{}, 'apiVersion not set'],
    [{ apiVersion: 'v1' }, 'kind not set'],
    [{ apiVersion: 1, kind: 'Pod' }, "apiVersion isn't string type"],
    [{ apiVersion: 'v1', kind: 'Pot' }, 'no matches for kind "Pot" in version "v1"'],
  ])('%j is not sent: %s', (manifest, message) => {
    expect(status(manifest)).toEqual({
      ok: false,
      code: 0,
      reason: 'Client',
      message,
      causes: [],
      warnings: [],
    });
  });
});

test('one mistake is one finding', () => {
  const misspelt = pod({ containers: [{ name: 'app', imgae: 'nginx:1.27' }] });
  expect(judgeManifest(misspelt, { minor: 36, rules: { resources: 'off' } })).toMatchObject([
    { path: 'spec.containers[0].imgae', message: 'unknown field "spec.containers[0].imgae"' },
  ]);
  expect(said(pod({ containers: [{ name: 'app', image: 5 }] }))).toHaveLength(1);
  expect(said(pod('none' as never))).toHaveLength(1);
});

test('a field counts for the minors that have it', () => {
  const manifest = pod({ containers: [app], resources: { limits: { cpu: 1 } } });
  expect(said(manifest, 31)).toEqual(['spec.resources: unknown field "spec.resources"']);
  expect(said(manifest, 32)).toEqual([
    'spec.resources: field is dropped: feature gate PodLevelResources is off by default in 1.32',
  ]);
  expect(said(manifest, 34)).toEqual([]);
});

test('a rule that changed counts for the minor', () => {
  const manifest = pod({ containers: [{ ...app, env: [{ name: '1', value: 'x' }] }] });
  expect([said(manifest, 31).length, said(manifest, 32).length]).toEqual([1, 0]);
});

test('kinds that only some minors have', () => {
  const manifest = {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'MutatingAdmissionPolicy',
    metadata: { name: 'a' },
  };
  expect(judge(manifest, { minor: 35 }).findings[0]).toMatchObject({
    rule: 'unknown-kind',
    suggestion: 'it is available since Kubernetes 1.36',
  });
  expect(status(manifest, 36).reason).toBe('Invalid');
});

test.each([
  [{ apiVersion: 'apps/v1', kind: 'Pod' }, 'Pod is served by apiVersion v1'],
  [{ apiVersion: 'v1', kind: 'Deployment' }, 'Deployment is served by apiVersion apps/v1'],
  [{ apiVersion: 'apps/v1', kind: 'Deploymnet' }, 'did you mean "Deployment"?'],
  [
    { apiVersion: 'extensions/v1beta1', kind: 'Ingress' },
    'removed in 1.22; use networking.k8s.io/v1 Ingress: spec.backend is now spec.defaultBackend, serviceName is service.name, servicePort is service.port.number or service.port.name, and each path needs a pathType (ImplementationSpecific for the old behavior)',
  ],
  [
    { apiVersion: 'example.com/v1', kind: 'Zebra' },
    'if it is a custom resource, specify its CustomResourceDefinition with --crd or crds; or accept it with --custom-resource or customResources: example.com',
  ],
  [{ apiVersion: 'apps/v1', kind: 'Zebra' }, 'check apiVersion and kind'],
])('for %j: %s', (manifest, suggestion) => {
  expect(judge(manifest, { minor: 36 }).findings[0].suggestion).toBe(suggestion);
});

describe('a rule that crashes', () => {
  const ports = require('../../lib/validate/rules/ports') as { PORTS: { judge: unknown } };
  const { judge: original } = ports.PORTS;
  const crash = () => {
    throw new TypeError('a bug');
  };
  beforeAll(() => {
    ports.PORTS.judge = crash;
  });
  afterAll(() => {
    ports.PORTS.judge = original;
  });

  const crashing = pod({ containers: [{ ...app, ports: [] }] });

  test('does not let the manifest pass', () => {
    expect(judge(crashing, { minor: 36 })).toMatchObject({
      resource: { kind: 'Pod' },
      findings: [
        {
          rule: 'internal-error',
          level: 'error',
          message: expect.stringMatching(
            /^internal error: TypeError: a bug \([^/\\]+:\d+:\d+( < [^/\\]+:\d+:\d+)*\)$/,
          ),
          suggestion: expect.stringContaining('report this bug'),
        },
      ],
    });
    expect(status(crashing, 36)).toMatchObject({ ok: false, code: 500, reason: 'InternalError' });
  });

  test('hides no finding of another manifest', () => {
    const text = [crashing, pod({ containers: [{ ...app, imgae: 'a' }] })]
      .map((manifest) => JSON.stringify(manifest))
      .join('\n---\n');
    expect(
      judgeText(text, 'a.yaml', { minor: 36, rules: { resources: 'off', 'image-tag': 'off' } }),
    ).toMatchObject([
      { rule: 'internal-error', position: { file: 'a.yaml', line: 1, column: 1 } },
      { rule: 'unknown-field', position: { file: 'a.yaml', line: 3 } },
    ]);
  });

  test('cannot be suppressed or switched off', () => {
    const manifest = {
      ...crashing,
      metadata: { name: 'a', annotations: { 'ignore.pod-patterns/internal-error': 'why not' } },
    };
    const rules = { 'internal-error': 'off' } as const;
    expect(judgeText(JSON.stringify(manifest), undefined, { minor: 36, rules })).toContainEqual(
      expect.objectContaining({ rule: 'internal-error' }),
    );
  });
});

describe('a kind that is not known', () => {
  const gadget = { apiVersion: 'example.com/v1', kind: 'Gadget', metadata: { name: 'a' } };
  const found = (level: 'error' | 'warning' | 'info' | 'off') =>
    judge(gadget, { minor: 36, rules: { 'unknown-kind': level } }).findings;

  test('is of the level that is asked for, and a refusal only as an error', () => {
    expect(found('error')).toMatchObject([{ level: 'error', reason: 'Client' }]);
    expect(found('warning')).toMatchObject([{ level: 'warning', reason: undefined }]);
    expect(found('info')).toMatchObject([{ level: 'info', reason: undefined }]);
    expect(found('off')).toEqual([]);
  });
});
