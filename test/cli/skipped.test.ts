import { run } from '../../lib/cli/program';
import { type Files, memoryWorld } from '../support/memory-world';

jest.mock('../../lib/validate/kinds', () => require('../support/kinds-without-rules'));

const object = (apiVersion: string, kind: string, name = 'a') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: ${name}}\n`;
const pod = (name: string, image: string) =>
  `${object('v1', 'Pod', name)}spec: {containers: [{name: app, image: "${image}", resources: {requests: {cpu: 1, memory: 1Gi}, limits: {memory: 1Gi}}}]}\n`;
const PRIVILEGED = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: app, image: "nginx:1", securityContext: {privileged: true}}]}
`;

const FILES: Files = {
  'pod.yaml': pod('web', 'nginx:1'),
  'untagged.yaml': pod('web', 'nginx'),
  'deployment.yaml': PRIVILEGED,
  'custom.yaml': [object('argoproj.io/v1alpha1', 'Rollout'), object('a.example.com/v1', 'Gadget')].join(
    '---\n',
  ),
  'misspelt.yaml': object('apps/v1', 'Deploymnet'),
  'mixed/all.yaml': [
    '# Source: nothing\n',
    pod('web', 'nginx:1'),
    object('certificates.k8s.io/v1', 'ClusterTrustBundle'),
    '\n',
    object('argoproj.io/v1alpha1', 'Rollout'),
    'null\n',
  ].join('---\n'),
  'mixed/suppressed.yaml': pod('b', 'nginx').replace('spec:', '# pod-patterns: ignore image-tag\nspec:'),
  'mixed/values.yaml': 'a: b\n',
  'mixed/charts/web.yaml': '{{ x }}\n',
};

async function validate(argv: readonly string[], files: Files = FILES) {
  const world = memoryWorld(files);
  const code = await run(['validate', ...argv], world);
  return { code, ...world.said };
}

const withConfig = (text: string): Files => ({ ...FILES, 'pod-patterns.yaml': text });

const MIXED = ['--custom-resource=argoproj.io', '--ignore=values.yaml', '--ignore=charts/', 'mixed'];

describe('what is skipped is counted', () => {
  test('in the text', async () => {
    const { out, code } = await validate(MIXED);
    expect(out).toMatch(
      /4 manifests in 2 files: no errors, 1 suppressed\nnot validated: 1 manifest of unknown kind, 3 empty documents, 2 ignored files and folders; partly validated: 1 manifest\n$/,
    );
    expect(code).toBe(0);
  });

  test('in JSON and SARIF', async () => {
    const counts = {
      files: 2,
      manifests: 4,
      errors: 0,
      warnings: 0,
      suppressed: 1,
      notJudged: 1,
      partlyJudged: 1,
      notManifests: 0,
      emptyDocuments: 3,
      ignored: 2,
    };
    const json = JSON.parse((await validate(['--format=json', ...MIXED])).out) as {
      readonly summary: object;
      readonly manifests: readonly { readonly coverage?: string }[];
    };
    expect(json.summary).toEqual(counts);
    expect(json.manifests.map(({ coverage }) => coverage)).toEqual([undefined, 'partial', 'none', undefined]);
    const sarif = JSON.parse((await validate(['--format=sarif', ...MIXED])).out) as {
      readonly runs: readonly { readonly properties: object }[];
    };
    expect(sarif.runs[0].properties).toEqual({ summary: counts });
  });

  test('in JUnit, as skipped cases', async () => {
    const { out } = await validate(['--format=junit', ...MIXED]);
    expect(out).toContain('<testsuite name="mixed/all.yaml" tests="3" failures="0" errors="0" skipped="1">');
    expect(out).toContain('<skipped>not validated: unknown kind</skipped>');
  });

  test('but for a suite in which all is judged', async () => {
    expect((await validate(['pod.yaml'])).out).toBe('1 manifest: no errors\n');
  });

  test('by level, where unknown kinds are only warned of', async () => {
    expect((await validate(['--rule=unknown-kind=warning', 'custom.yaml'])).out).toMatch(
      /2 manifests: 0 errors, 2 warnings\nnot validated: 2 manifests of unknown kinds\n$/,
    );
    expect((await validate(['--rule=unknown-kind=error', 'custom.yaml'])).out).toMatch(
      /2 manifests: 2 errors, 0 warnings\n$/,
    );
    expect((await validate(['custom.yaml'])).out).toMatch(
      /2 manifests: no errors\nnot validated: 2 manifests/,
    );
  });
});

describe('custom resources are allowed', () => {
  test('by the command line and the configuration, which add up', async () => {
    const strict = '--rule=unknown-kind=error';
    const codeOf = async (args: readonly string[], config?: string) =>
      (
        await validate(
          [strict, ...args, 'custom.yaml'],
          config === undefined ? undefined : withConfig(config),
        )
      ).code;

    expect(await codeOf([])).toBe(1);
    expect(await codeOf(['--custom-resource=argoproj.io'])).toBe(1);
    expect(await codeOf(['--custom-resource=argoproj.io', '--custom-resource', '*.example.com'])).toBe(0);
    expect(await codeOf(['--custom-resource=argoproj.io'], 'customResources: "*.example.com"\n')).toBe(0);
    expect(await codeOf([], 'customResources: [Rollout.argoproj.io, "*.example.com"]\n')).toBe(0);
  });

  test('but not what is misspelt', async () => {
    for (const option of ['--custom-resource=*', '--rule=unknown-kind=off']) {
      const { code, out } = await validate([option, 'misspelt.yaml']);
      expect([code, out]).toEqual([1, expect.stringContaining('→ did you mean "Deployment"?')]);
    }
  });

  test('nor by a pattern that makes no sense', async () => {
    expect(await validate(['--custom-resource=apps', 'pod.yaml'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('"apps" is a built-in API group'),
    });
    expect((await validate(['pod.yaml'], withConfig('customResources:\n- Rollout\n'))).err).toContain(
      'pod-patterns.yaml:2:3: invalid custom resource pattern "Rollout": include the group of the kind: Rollout.example.com',
    );
  });
});

describe('workloads under a Pod Security Standard', () => {
  test.each<[string, readonly string[], string, number]>([
    ['fail', ['--pod-security=baseline'], '', 1],
    ['are warned of', ['--pod-security=baseline', '--pod-security-workloads=warning'], '', 0],
    ['are warned of by a rule', ['--pod-security=baseline', '--rule=pod-security-privileged=warning'], '', 0],
    ['fail by the configuration', [], 'podSecurity: baseline\n', 1],
    ['fail by its long form', [], 'podSecurity: {level: "baseline:v1.34"}\n', 1],
    ['are warned of by the configuration', [], 'podSecurity: {level: baseline, workloads: warning}\n', 0],
    [
      'fail where the command line says so',
      ['--pod-security-workloads=error'],
      'podSecurity: {level: baseline, workloads: warning}\n',
      1,
    ],
    [
      'are warned of by the standard of the command line',
      ['--pod-security=restricted'],
      'podSecurity: {workloads: warning}\n',
      0,
    ],
  ])('%s', async (_, argv, config, code) => {
    const answer = await validate([...argv, 'deployment.yaml'], config ? withConfig(config) : FILES);
    expect([answer.code, answer.out]).toEqual([
      code,
      expect.stringContaining('pod-security-privileged in Deployment web'),
    ]);
  });

  test('leave the answer of a server as it is', async () => {
    const status = async (...argv: string[]) =>
      JSON.parse(
        (await validate(['--format=status', '--pod-security=baseline', ...argv, 'deployment.yaml'])).out,
      ) as object;
    const [error, warning, off] = [
      await status(),
      await status('--pod-security-workloads=warning'),
      await status('--rule=pod-security-privileged=off'),
    ];
    expect(error).toMatchObject({
      ok: true,
      code: 201,
      warnings: [expect.stringMatching(/^would violate PodSecurity "baseline:latest"/)],
    });
    expect([warning, off]).toEqual([error, error]);
  });

  test.each<[string, string]>([
    ['podSecurity: {level: strict}\n', 'pod-patterns.yaml:1:22: unknown Pod Security level "strict"'],
    ['podSecurity: {workloads: warn}\n', 'pod-patterns.yaml:1:26: "warn" is invalid: '],
    [
      'podSecurity: {levels: restricted}\n',
      'pod-patterns.yaml:1:15: unknown key "levels": did you mean "level"?',
    ],
    [
      'podSecurity: [restricted]\n',
      'pod-patterns.yaml:1:1: a list is invalid: expected a map, such as {level: restricted, workloads: warning}',
    ],
  ])('in a wrong configuration: %s', async (config, message) => {
    expect(await validate(['deployment.yaml'], withConfig(config))).toMatchObject({
      code: 2,
      err: expect.stringContaining(message),
    });
  });

  test('by a wrong level on the command line', async () => {
    expect((await validate(['--pod-security-workloads=warn', 'pod.yaml'])).err).toContain(
      'unknown Pod Security level of workloads "warn": use error or warning',
    );
  });
});

describe('quiet, what fails is still told', () => {
  test('a workload', async () => {
    const { code, out } = await validate(['-q', '--pod-security=baseline', 'deployment.yaml']);
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/error: pod-security-privileged[^]*1 manifest: 1 error, 0 warnings\n$/),
    ]);
  });

  test('warnings that fail', async () => {
    const { code, out } = await validate(['-q', '--fail-on=warning', 'untagged.yaml']);
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/warning: image-tag[^]*1 manifest: 0 errors, 1 warning\n$/),
    ]);
  });

  test('and nothing else', async () => {
    expect(await validate(['-q', 'untagged.yaml'])).toMatchObject({ code: 0, out: '', err: '' });
  });
});
