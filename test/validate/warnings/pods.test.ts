import { ManifestValidator } from '../../../lib/validate/manifest-validator';
import { judge } from '../../../lib/validate/engine';
import { serverStatus } from '../../../lib/validate/status';
import { ofServer } from '../../support/of-server';

const app = { name: 'app', image: 'nginx' };
const pod = (spec: object, metadata: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', ...metadata },
  spec: { containers: [app], ...spec },
});
const deployment = (spec: object, metadata: object = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' }, ...metadata }, spec: { containers: [app], ...spec } },
  },
});
const warnings = (manifest: unknown, minor = 36) => serverStatus(judge(manifest, { minor })).warnings;
const found = (manifest: unknown, minor = 36) =>
  judge(manifest, { minor })
    .findings.filter(({ stage }) => stage === 'warn')
    .map(({ rule, path }) => `${rule} ${path}`);

const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/app';
const APP_ARMOR_TEXT = `metadata.annotations[${APP_ARMOR}]: deprecated since v1.30; use the "appArmorProfile" field instead`;

describe('what a real 1.36 says, in its order', () => {
  test('a Pod', () => {
    expect(
      warnings(
        pod(
          {
            nodeSelector: { 'node-role.kubernetes.io/master': '' },
            dnsConfig: { nameservers: ['2001:0db8::1', 'FE80:0:0:1:0:0:0:1', '1.2.3.4'] },
            hostAliases: [{ ip: '2001:db8:0:0:1:0:0:1', hostnames: ['a'] }],
            initContainers: [
              {
                ...app,
                name: 'first',
                ports: [
                  { containerPort: 80, hostPort: 81, hostIP: '1.2.3.4' },
                  { containerPort: 80, hostPort: 81 },
                ],
              },
            ],
            containers: [
              {
                ...app,
                resources: {
                  limits: { memory: '0.5005', 'ephemeral-storage': '1.0001Ki' },
                  requests: { memory: '123456u' },
                },
                env: [
                  { name: 'A', value: 'a' },
                  { name: 'A', value: '$(A)b' },
                  { name: 'A', value: '$(A)' },
                ],
                ports: [
                  { containerPort: 80 },
                  { containerPort: 80, protocol: 'UDP' },
                  { containerPort: 81, hostIP: '127.0.0.1', name: 'x' },
                ],
              },
              { ...app, name: 'second', ports: [{ containerPort: 80, name: 'x' }] },
            ],
          },
          {
            name: 'a.b',
            annotations: {
              [APP_ARMOR]: 'localhost/x',
              'container.seccomp.security.alpha.kubernetes.io/first': 'runtime/default',
            },
          },
        ),
      ),
    ).toEqual([
      APP_ARMOR_TEXT,
      "metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended: [must not contain dots]",
      'spec.nodeSelector[node-role.kubernetes.io/master]: use "node-role.kubernetes.io/control-plane" instead',
      'metadata.annotations[container.seccomp.security.alpha.kubernetes.io/first]: non-functional in v1.27+; use the "seccompProfile" field instead',
      'spec.containers[0].resources.limits[memory]: fractional byte value "501m" is invalid, must be an integer',
      'spec.containers[0].resources.requests[memory]: fractional byte value "124m" is invalid, must be an integer',
      'spec.containers[0].resources.limits[ephemeral-storage]: fractional byte value "1024103m" is invalid, must be an integer',
      'spec.containers[0].resources.requests[ephemeral-storage]: fractional byte value "1024103m" is invalid, must be an integer',
      'spec.containers[0].env[2]: hides previous definition of "A", which may be dropped when using apply',
      'spec.initContainers[0].ports[1]: dangerously ambiguous port definition with spec.initContainers[0].ports[0]',
      'spec.containers[0].ports[0]: overlapping port definition with spec.initContainers[0].ports[0]',
      'spec.containers[0].ports[0]: overlapping port definition with spec.initContainers[0].ports[1]',
      'spec.containers[0].ports[2]: hostIP set without hostPort: {Name:x HostPort:0 ContainerPort:81 Protocol:TCP HostIP:127.0.0.1}',
      'spec.containers[1].ports[0]: overlapping port definition with spec.initContainers[0].ports[0]',
      'spec.containers[1].ports[0]: overlapping port definition with spec.initContainers[0].ports[1]',
      'spec.containers[1].ports[0]: duplicate port definition with spec.containers[0].ports[0]',
      'spec.containers[1].ports[0]: duplicate port name "x" with spec.containers[0].ports[2], services and probes that select ports by name will use spec.containers[0].ports[2]',
      'spec.dnsConfig.nameservers[0]: IPv6 address "2001:0db8::1" should be in RFC 5952 canonical format ("2001:db8::1")',
      'spec.dnsConfig.nameservers[1]: IPv6 address "FE80:0:0:1:0:0:0:1" should be in RFC 5952 canonical format ("fe80:0:0:1::1")',
      'spec.hostAliases[0].ip: IPv6 address "2001:db8:0:0:1:0:0:1" should be in RFC 5952 canonical format ("2001:db8::1:0:0:1")',
    ]);
  });

  test('volumes whose files lie in each other', () => {
    const item = (path: string) => ({ key: 'k', path });
    const volumes = [
      { name: 'c', configMap: { name: 'x', items: ['a/b/', 'a', 'a/b/c', 'ab'].map(item) } },
      { name: 's', secret: { secretName: 'q"', items: ['a', 'a'].map(item) } },
      {
        name: 'p',
        projected: {
          sources: [
            { secret: { name: 's', items: [item('a')] } },
            { secret: { name: 't' } },
            { configMap: { name: 'u', items: [item('a/t')] } },
          ],
        },
      },
    ];
    const texts = [
      'volume "c" (ConfigMap "x"): overlapping paths: "a" with "a/b"',
      'volume "c" (ConfigMap "x"): overlapping paths: "a/b/c" with "a/b"',
      'volume "c" (ConfigMap "x"): overlapping paths: "a/b/c" with "a"',
      'volume "s" (Secret "q\\""): overlapping paths: "a" with "a"',
      'volume "p" (Projected): overlapping paths: "a/t" (ConfigMap "u") with "a" (Secret "s")',
    ];
    expect(warnings(pod({ volumes }))).toEqual(texts);
    const again = 'volume "p" (Projected): overlapping paths: "a" (Secret "s") with "a" (Secret "s")';
    expect(warnings(pod({ volumes }), 33)).toEqual([...texts.slice(0, 4), again, ...texts.slice(4)]);
    expect(warnings(pod({ volumes }), 31)).toEqual([]);
  });

  test('a template, whose grace period and AppArmor annotations are its own matter', () => {
    const annotations = { [APP_ARMOR]: 'runtime/default' };
    const grace =
      'spec.template.spec.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated as 1';
    expect(warnings(deployment({ terminationGracePeriodSeconds: -3 }, { annotations }))).toEqual([
      `spec.template.${APP_ARMOR_TEXT}`,
      grace,
    ]);
    expect(warnings(pod({ terminationGracePeriodSeconds: -3 }))).toEqual([]);
  });
});

test("AppArmor: the Pod's own field counts if it says the same; in a template up to 1.33 if it says anything", () => {
  const annotated = (value: string) => ({ annotations: { [APP_ARMOR]: value } });
  const own = { securityContext: { appArmorProfile: { type: 'RuntimeDefault' } } };
  const count = (...args: Parameters<typeof found>) => found(...args).length;
  expect([
    count(pod(own, annotated('runtime/default'))),
    count(pod(own, annotated('unconfined'))),
    count(pod(own, annotated('localhost/ x'))),
  ]).toEqual([0, 1, 1]);
  expect([36, 33].map((minor) => count(deployment(own, annotated('unconfined')), minor))).toEqual([1, 0]);
  expect(count(pod({ os: { name: 'windows' } }, annotated('unconfined')))).toBe(0);
});

describe('each rule says where', () => {
  const selector = {
    requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'a' }],
    preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey: 'a' } }],
  };
  const expression = { key: 'beta.kubernetes.io/os', operator: 'In', values: ['a b'] };
  const terms = { nodeSelectorTerms: [{ matchExpressions: [expression] }] };
  const preferred = [{ weight: 1, preference: { matchExpressions: [expression] } }];

  test.each([
    [
      'affinity',
      { affinity: { podAffinity: selector, podAntiAffinity: selector } },
      [
        'null-label-selector spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector',
        'null-label-selector spec.affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.labelSelector',
        'null-label-selector spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector',
        'null-label-selector spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].podAffinityTerm.labelSelector',
      ],
    ],
    [
      'node affinity',
      {
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: terms,
            preferredDuringSchedulingIgnoredDuringExecution: preferred,
          },
        },
      },
      [
        'deprecated-node-label spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].key',
        'deprecated-node-label spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].preference.matchExpressions[0].key',
        'preferred-label-value spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].preference.matchExpressions[0].values[0]',
      ],
    ],
    [
      'spread',
      {
        topologySpreadConstraints: [
          {
            maxSkew: 1,
            whenUnsatisfiable: 'DoNotSchedule',
            topologyKey: 'failure-domain.beta.kubernetes.io/zone',
          },
        ],
      },
      [
        'deprecated-node-label spec.topologySpreadConstraints[0].topologyKey',
        'null-label-selector spec.topologySpreadConstraints[0].labelSelector',
      ],
    ],
    [
      'lists',
      {
        hostAliases: [{ ip: '1.2.3.4' }, { ip: '1.2.3.4' }],
        imagePullSecrets: [{ name: 'a' }, { name: 'a' }, {}],
      },
      [
        'host-alias-unique spec.hostAliases[1].ip',
        'pull-secret-unique spec.imagePullSecrets[1].name',
        'pull-secret-unique spec.imagePullSecrets[2].name',
      ],
    ],
    [
      'volumes',
      {
        volumes: [
          { name: 'g', gitRepo: { repository: 'a' } },
          { name: 'o', storageos: { volumeName: 'a' } },
        ],
      },
      ['deprecated-volume spec.volumes[0].gitRepo', 'deprecated-volume spec.volumes[1].storageos'],
    ],
    [
      'ephemeral claims',
      {
        volumes: [
          {
            name: 'e',
            ephemeral: { volumeClaimTemplate: { spec: { resources: { requests: { storage: '1m' } } } } },
          },
        ],
      },
      ['fractional-bytes spec.volumes[0].ephemeral.volumeClaimTemplate.spec.resources.requests[storage]'],
    ],
    ['overhead', { overhead: { memory: '1m' } }, ['fractional-bytes spec.overhead[memory]']],
    [
      'an empty projection',
      { volumes: [{ name: 'p', projected: { sources: [{}] } }] },
      ['overlapping-paths spec.volumes[0].projected.sources[0]'],
    ],
  ])('%s', (_, spec, expected) => {
    expect(found(pod(spec))).toEqual(expected);
  });
});

test('annotations', () => {
  const annotations = {
    'scheduler.alpha.kubernetes.io/critical-pod': '',
    'seccomp.security.alpha.kubernetes.io/pod': 'runtime/default',
  };
  expect(warnings(pod({}, { annotations }))).toHaveLength(2);
  expect(
    warnings(pod({ securityContext: { seccompProfile: { type: 'RuntimeDefault' } } }, { annotations })),
  ).toHaveLength(1);
});

test('older servers know less', () => {
  const manifest = pod({
    nodeSelector: { 'node-role.kubernetes.io/master': '' },
    hostAliases: [{ ip: '::ffff:01.2.3.4' }],
    containers: [
      { ...app, ports: [{ name: 'x', containerPort: 1 }] },
      { ...app, name: 'b', ports: [{ name: 'x', containerPort: 2 }] },
    ],
    volumes: [{ name: 'g', gitRepo: { repository: 'a' } }],
  });
  const texts = (minor: number) =>
    judge(manifest, { minor })
      .findings.filter(({ stage }) => stage === 'warn')
      .map(({ message }) => message);
  expect(texts(30)).toEqual(['spec.volumes[0].gitRepo: deprecated in v1.11']);
  expect(texts(32)).toEqual([
    expect.stringContaining('control-plane'),
    'spec.volumes[0].gitRepo: deprecated in v1.11',
  ]);
  expect(texts(33).slice(1)).toEqual([
    'spec.volumes[0].gitRepo: deprecated in v1.11, and disabled by default in v1.33+',
    expect.stringContaining('duplicate port name "x"'),
    'spec.hostAliases[0].ip: non-standard IP address "::ffff:01.2.3.4" will be considered invalid in a future Kubernetes release: use "1.2.3.4"',
  ]);
});

test('what is refused is not warned of as well', () => {
  const ports = [
    { name: 'x', containerPort: 1 },
    { name: 'x', containerPort: 2 },
  ];
  expect(
    found(
      pod(
        { nodeSelector: { 'beta.kubernetes.io/os': 'a' }, containers: [{ ...app, ports }] },
        { name: 'A_b' },
      ),
    ),
  ).toEqual(['deprecated-node-label spec.nodeSelector[beta.kubernetes.io/os]']);
});

test('the report shows the line', () => {
  const text =
    'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  nodeSelector:\n    beta.kubernetes.io/os: linux\n  containers:\n  - {name: a, image: b}\n';
  expect(
    ofServer(new ManifestValidator().validateYaml(text, 'a.yaml')).map(({ rule, position, level }) => [
      rule,
      position?.line,
      level,
    ]),
  ).toEqual([['deprecated-node-label', 6, 'warning']]);
});

test('thousands of files and ports take no time', () => {
  const items = Array.from({ length: 20_000 }, (_, index) => ({ key: 'k', path: `d${index}/x` }));
  const deep = { key: 'k', path: 'a/'.repeat(100_000) };
  const ports = Array.from({ length: 5_000 }, () => ({ containerPort: 80 }));
  const start = performance.now();
  judge(
    pod({
      containers: [{ ...app, ports }],
      volumes: [{ name: 'c', configMap: { name: 'x', items: [...items, deep] } }],
    }),
    { minor: 36 },
  );
  expect(performance.now() - start).toBeLessThan(3000);
});
