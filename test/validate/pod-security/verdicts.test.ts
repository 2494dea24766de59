import { Source } from '../../../lib/manifest/source';
import { judge } from '../../../lib/validate/engine';
import { judgeSource } from '../../../lib/validate/judged';
import { judgePodSecurity } from '../../../lib/validate/pod-security';
import { podSecurityOf } from '../../../lib/validate/pod-security/policy';
import { serverStatus } from '../../../lib/validate/status';

const statusOf = (manifest: object, option: string, minor = 36) =>
  serverStatus(judge(manifest, { minor, podSecurity: podSecurityOf(option) }));
const texts = (text: string, minor = 36) =>
  [...judgeSource(new Source(text), { minor })].map(({ judgement }) => serverStatus(judgement));

const pod = (spec: object, metadata: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'a', ...metadata },
  spec,
});
const strict = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const sound = { securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } };

const NAMESPACE = (labels: string) =>
  `apiVersion: v1\nkind: Namespace\nmetadata: {name: team, labels: {${labels.replace(/\w+(-version)?: /g, 'pod-security.kubernetes.io/$&')}}}\n---\n`;
const TEMPLATE =
  'metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: x, securityContext: {privileged: true}}]}';
const POD =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: team}\nspec: {containers: [{name: a, image: x, securityContext: {privileged: true}}]}\n';

/** The refusals here are those of a server 1.36, word for word. */
describe('refusals', () => {
  test('of all checks together', () => {
    const containers = [
      { name: 'a', image: 'x', ports: [{ containerPort: 80 }, { containerPort: 9 }] },
      { name: 'b', image: 'x' },
    ];
    const annotations = { 'container.apparmor.security.beta.kubernetes.io/a': 'unconfined' };
    const { code, reason, message } = statusOf(
      pod({ hostNetwork: true, containers }, { annotations }),
      'restricted',
    );
    expect([code, reason]).toEqual([403, 'Forbidden']);
    expect(message).toBe(
      'pods "a" is forbidden: violates PodSecurity "restricted:latest": forbidden AppArmor profiles (container "a" and annotation must not set AppArmor ' +
        'profile type to "Unconfined", "container.apparmor.security.beta.kubernetes.io/a="unconfined""), host namespaces (hostNetwork=true), hostPort (container "a" uses ' +
        'hostPorts 80, 9), allowPrivilegeEscalation != false (containers "a", "b" must set securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (containers ' +
        '"a", "b" must set securityContext.capabilities.drop=["ALL"]), runAsNonRoot != true (pod or containers "a", "b" must set securityContext.runAsNonRoot=true), seccompProfile ' +
        '(pod or containers "a", "b" must set securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")',
    );
  });

  test('of a Windows Pod', () => {
    const securityContext = (runAsNonRoot: boolean) => ({
      windowsOptions: { hostProcess: true },
      runAsNonRoot,
    });
    const probe = (host: string) => ({ httpGet: { host, port: 8 } });
    const { message } = statusOf(
      pod({
        os: { name: 'windows' },
        hostNetwork: true,
        securityContext: securityContext(false),
        containers: [
          {
            name: 'a',
            image: 'x',
            securityContext: securityContext(true),
            readinessProbe: probe('z'),
            livenessProbe: probe('b'),
          },
          { name: 'b', image: 'x', securityContext: securityContext(false) },
        ],
      }),
      'restricted',
    );
    expect(message).toBe(
      'pods "a" is forbidden: violates PodSecurity "restricted:latest": host namespaces (hostNetwork=true), probe or lifecycle host (container "a" uses probe or ' +
        'lifecycle hosts "b", "z"), hostProcess (pod and containers "a", "b" must not set securityContext.windowsOptions.hostProcess=true), runAsNonRoot != true (pod and container ' +
        '"b" must not set securityContext.runAsNonRoot=false)',
    );
  });

  test('come after those of validation', () => {
    const { code, message, warnings } = statusOf(
      pod({ containers: [{ name: 'a', image: 'x', ports: [{ containerPort: 80000 }] }] }),
      'restricted',
    );
    expect([code, message, warnings]).toEqual([
      422,
      'Pod "a" is invalid: spec.containers[0].ports[0].containerPort: Invalid value: 80000: must be between 1 and 65535, inclusive',
      [],
    ]);
  });
});

test('RuntimeClass looks at a Pod after the policy, whose warnings stay', () => {
  const overhead = pod({ hostPID: true, overhead: { cpu: 1 }, containers: [{ name: 'a', image: 'x' }] });
  expect(statusOf(overhead, 'baseline').message).toBe(
    'pods "a" is forbidden: violates PodSecurity "baseline:latest": host namespaces (hostPID=true)',
  );
  const { message, warnings } = serverStatus(
    judge(overhead, { minor: 36, podSecurity: { warn: { level: 'baseline', version: 'latest' } } }),
  );
  expect(message).toBe(
    'pods "a" is forbidden: pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead',
  );
  expect(warnings).toEqual(['would violate PodSecurity "baseline:latest": host namespaces (hostPID=true)']);
});

test('workloads are warned of, not refused', () => {
  const template = {
    metadata: {
      labels: { a: 'b' },
      annotations: { 'container.apparmor.security.beta.kubernetes.io/a': 'unconfined' },
    },
    spec: {
      hostNetwork: true,
      containers: [{ name: 'a', image: 'x', ports: [{ containerPort: 80 }, { containerPort: 9 }] }],
      volumes: [{ name: 'x' }, { name: 'z', nfs: { server: 'a', path: '/b' } }],
    },
  };
  const { ok, warnings } = statusOf(
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'a' },
      spec: { selector: { matchLabels: { a: 'b' } }, template },
    },
    'restricted',
  );
  expect(ok).toBe(true);
  expect(warnings.at(-1)).toBe(
    'would violate PodSecurity "restricted:latest": forbidden AppArmor profile (annotation must not set AppArmor profile type to ' +
      '"container.apparmor.security.beta.kubernetes.io/a="unconfined""), host namespaces (hostNetwork=true), allowPrivilegeEscalation != false (container "a" must set ' +
      'securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container "a" must set securityContext.capabilities.drop=["ALL"]), restricted volume types (volume ' +
      '"z" uses restricted volume type "nfs"), runAsNonRoot != true (pod or container "a" must set securityContext.runAsNonRoot=true), seccompProfile (pod or container "a" must set ' +
      'securityContext.seccompProfile.type to "RuntimeDefault" or "Localhost")',
  );
});

describe('labels of a Namespace in the same text', () => {
  test('enforce refuses Pods', () => {
    expect(texts(NAMESPACE('enforce: baseline') + POD)[1].message).toBe(
      'pods "a" is forbidden: violates PodSecurity "baseline:latest": privileged (container "a" must not set securityContext.privileged=true)',
    );
  });

  test('warn warns of them, audit says nothing', () => {
    const [, { ok, warnings }] = texts(
      NAMESPACE('warn: baseline, warn-version: v1.20, audit: restricted') + POD,
    );
    expect([ok, warnings]).toEqual([
      true,
      [
        'would violate PodSecurity "baseline:v1.20": privileged (container "a" must not set securityContext.privileged=true)',
      ],
    ]);
  });

  test('they hold wherever the Namespace stands, and in lists', () => {
    const list = `apiVersion: v1\nkind: List\nitems:\n- ${NAMESPACE('enforce: baseline').replace('---\n', '').trim().replace(/\n/g, '\n  ')}\n---\n`;
    expect(texts(`${POD}---\n${list}`).map(({ ok }) => ok)).toEqual([false, true]);
  });

  test('other namespaces are not judged', () => {
    expect(
      texts(NAMESPACE('enforce: baseline') + POD.replace(', namespace: team', '')).map(({ ok }) => ok),
    ).toEqual([true, true]);
  });

  test('a refused label is said, and judges nothing', () => {
    const [{ code, message, causes }, { ok }] = texts(
      NAMESPACE('enforce: strict, warn-version: "1.30"') + POD,
    );
    expect([code, ok, causes.length]).toEqual([422, true, 2]);
    expect(message).toBe(
      'Namespace "team" is invalid: [metadata.labels[pod-security.kubernetes.io/enforce]: Invalid value: "strict": must be one of privileged, baseline, restricted, ' +
        'metadata.labels[pod-security.kubernetes.io/warn-version]: Invalid value: "1.30": must be "latest" or "v1.x"]',
    );
  });

  test.each([
    ['v1', 'PodTemplate', `template: {${TEMPLATE}}`],
    ['v1', 'ReplicationController', `spec: {template: {${TEMPLATE}}}`],
    ['apps/v1', 'StatefulSet', `spec: {selector: {matchLabels: {a: b}}, template: {${TEMPLATE}}}`],
    ['apps/v1', 'DaemonSet', `spec: {selector: {matchLabels: {a: b}}, template: {${TEMPLATE}}}`],
    ['apps/v1', 'ReplicaSet', `spec: {selector: {matchLabels: {a: b}}, template: {${TEMPLATE}}}`],
    [
      'batch/v1',
      'Job',
      `spec: {template: {${TEMPLATE.replace('spec: {', 'spec: {restartPolicy: Never, ')}}}`,
    ],
    [
      'batch/v1',
      'CronJob',
      `spec: {schedule: "@daily", jobTemplate: {spec: {template: {${TEMPLATE.replace('spec: {', 'spec: {restartPolicy: Never, ')}}}}}`,
    ],
  ])('templates of %s %s are warned of', (apiVersion, kind, body) => {
    const [, { warnings }] = texts(
      `${NAMESPACE('enforce: baseline')}apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a, namespace: team}\n${body}\n`,
    );
    expect(warnings).toContain(
      'would violate PodSecurity "baseline:latest": privileged (container "a" must not set securityContext.privileged=true)',
    );
  });
});

test('findings are told by check, with the mode and a place each', () => {
  const labels = 'enforce: privileged, warn: baseline, audit: restricted';
  const findings = [...judgeSource(new Source(NAMESPACE(labels) + POD), { minor: 36 })]
    .flatMap((manifest) => manifest.findings())
    .filter(({ stage }) => stage === 'pod-security');
  expect(
    findings.map(({ level, rule, path, position, reason }) => [level, rule, path, position!.line, reason]),
  ).toEqual([
    ['warning', 'pod-security-privileged', 'spec.containers[0].securityContext.privileged', 8, undefined],
    [
      'info',
      'pod-security-allow-privilege-escalation',
      'spec.containers[0].securityContext.allowPrivilegeEscalation',
      8,
      undefined,
    ],
    [
      'info',
      'pod-security-capabilities-restricted',
      'spec.containers[0].securityContext.capabilities.drop',
      8,
      undefined,
    ],
    ['info', 'pod-security-run-as-non-root', 'spec.securityContext.runAsNonRoot', 8, undefined],
    ['info', 'pod-security-seccomp-restricted', 'spec.securityContext.seccompProfile', 8, undefined],
  ]);
});

describe('exemptions', () => {
  const container = { name: 'a', image: 'x', securityContext: strict };

  test.each([
    ['v1.34', false],
    ['v1.35', true],
    ['latest', true],
  ])('policy %s: root in a user namespace passes: %s', (version, passes) => {
    const { securityContext } = sound;
    const spec = {
      ...sound,
      hostUsers: false,
      securityContext: { ...securityContext, runAsNonRoot: undefined, runAsUser: 0 },
      containers: [container],
    };
    expect(statusOf(pod(spec), `restricted:${version}`).ok).toBe(passes);
  });

  test.each([
    ['baseline:v1.34', false],
    ['baseline', true],
    ['restricted', false],
  ])('%s: an unmasked /proc in a user namespace passes: %s', (option, passes) => {
    const spec = {
      ...sound,
      hostUsers: false,
      containers: [{ ...container, securityContext: { ...strict, procMount: 'Unmasked' } }],
    };
    expect(statusOf(pod(spec), option).ok).toBe(passes);
  });

  test.each([
    ['v1.24', false],
    ['v1.25', true],
  ])('policy %s: a Windows Pod passes without Linux settings: %s', (version, passes) => {
    expect(
      statusOf(
        pod({
          os: { name: 'windows' },
          securityContext: { runAsNonRoot: true },
          containers: [{ name: 'a', image: 'x' }],
        }),
        `restricted:${version}`,
      ).ok,
    ).toBe(passes);
  });
});

test('a server knows the checks of its own minor and before', () => {
  const spec = {
    containers: [{ name: 'a', image: 'x', livenessProbe: { httpGet: { port: 80, host: 'example.org' } } }],
  };
  expect([33, 34, 36].map((minor) => statusOf(pod(spec), 'baseline', minor).ok)).toEqual([
    true,
    false,
    false,
  ]);
  expect(statusOf(pod(spec), 'baseline:v1.36', 33).ok).toBe(true);
  const sysctls = {
    securityContext: { sysctls: [{ name: 'net.ipv4.tcp_notsent_lowat', value: '1' }] },
    containers: [],
  };
  expect(judgePodSecurity('v1 Pod', pod(sysctls), { level: 'baseline', version: 'latest' })).toEqual([]);
  expect(judgePodSecurity('v1 Pod', pod(sysctls), { level: 'baseline', version: 'v1.36' })).toHaveLength(1);
});

test('the sparsest Pods, and what has none, are judged', () => {
  for (const option of ['privileged', 'baseline', 'restricted', 'restricted:v1.0']) {
    for (const manifest of [
      { apiVersion: 'v1', kind: 'Pod' },
      pod({}),
      pod({ containers: [{}], volumes: [{}], ephemeralContainers: [{}] }),
      { apiVersion: 'v1', kind: 'ConfigMap' },
      { apiVersion: 'apps/v1', kind: 'Deployment' },
      { apiVersion: 'v1', kind: 'ReplicationController', spec: {} },
      { apiVersion: 'batch/v1', kind: 'CronJob', spec: { jobTemplate: {} } },
    ]) {
      expect(() => statusOf(manifest, option)).not.toThrow();
    }
  }
});
