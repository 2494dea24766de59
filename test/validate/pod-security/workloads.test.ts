import { ApiObject, App, Chart } from 'cdk8s';
import { ManifestValidator, Validation } from '../../../lib';
import { allRules } from '../../../lib/validate/catalogue';
import { judge, type EngineOptions } from '../../../lib/validate/engine';
import { engineOptionsOf } from '../../../lib/validate/engine-options';
import type { ValidationOptions } from '../../../lib/validate/options';
import { namespaceLabels } from '../../../lib/validate/pod-security/namespaces';
import { serverStatus } from '../../../lib/validate/status';

const spec = {
  containers: [{ name: 'app', image: 'nginx:1', securityContext: { privileged: true } }],
  restartPolicy: 'Always',
};
const labels = { app: 'web' };
const template = { metadata: { labels }, spec };
const metadata = { name: 'web' };
const selected = { selector: { matchLabels: labels }, template };
const once = { spec: { ...spec, restartPolicy: 'Never' } };

const WORKLOADS: readonly object[] = [
  { apiVersion: 'apps/v1', kind: 'Deployment', metadata, spec: selected },
  { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata, spec: selected },
  { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata, spec: { ...selected, serviceName: 'web' } },
  { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata, spec: selected },
  { apiVersion: 'batch/v1', kind: 'Job', metadata, spec: { template: once } },
  {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata,
    spec: { schedule: '* * * * *', jobTemplate: { spec: { template: once } } },
  },
  { apiVersion: 'v1', kind: 'ReplicationController', metadata, spec: { selector: labels, template } },
  { apiVersion: 'v1', kind: 'PodTemplate', metadata, template },
];
const [DEPLOYMENT] = WORKLOADS;
const POD = { apiVersion: 'v1', kind: 'Pod', metadata, spec };

const policyFindings = (manifest: object, options: EngineOptions) =>
  judge(manifest, options).findings.filter(({ stage }) => stage === 'pod-security');
const said = (manifest: object, options: ValidationOptions) =>
  policyFindings(manifest, engineOptionsOf(options)).map(({ level, rule }) => `${level} ${rule}`);

/** What a server answers, which knows nothing of our levels. */
const answer = (manifest: object, options: EngineOptions) => serverStatus(judge(manifest, options));

/** Labels of the namespace `default`. */
const labelled = (modes: { readonly [mode: string]: string }): EngineOptions => ({
  minor: 36,
  namespaces: namespaceLabels([
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: 'default',
        labels: Object.fromEntries(
          Object.entries(modes).map(([mode, level]) => [`pod-security.kubernetes.io/${mode}`, level]),
        ),
      },
    },
  ]),
});

describe.each(WORKLOADS.map((workload) => [(workload as { kind: string }).kind, workload] as const))(
  '%s',
  (_, workload) => {
    test('is an error, unless workloads are to be warned of', () => {
      expect(said(workload, { podSecurity: 'baseline:v1.34' })).toEqual(['error pod-security-privileged']);
      expect(said(workload, { podSecurity: { level: 'baseline:v1.34' } })).toEqual([
        'error pod-security-privileged',
      ]);
      expect(said(workload, { podSecurity: { level: 'baseline:v1.34', workloads: 'warning' } })).toEqual([
        'warning pod-security-privileged',
      ]);
    });

    test("leaves the server's own answer as it is", () => {
      const warning =
        'would violate PodSecurity "baseline:v1.34": privileged (container "app" must not set securityContext.privileged=true)';
      for (const workloads of ['error', 'warning'] as const) {
        expect(
          answer(workload, engineOptionsOf({ podSecurity: { level: 'baseline:v1.34', workloads } })),
        ).toMatchObject({ ok: true, code: 201, warnings: [warning] });
      }
    });
  },
);

test('the finding says who warns and who refuses', () => {
  const [finding] = policyFindings(DEPLOYMENT, engineOptionsOf({ podSecurity: 'baseline' }));
  expect(finding.message).toBe(
    'would violate PodSecurity "baseline:latest": privileged (container "app" must not set securityContext.privileged=true)',
  );
  expect(finding.suggestion).toMatch(/; the API server only warns about the workload, but rejects its Pods$/);
  expect(finding.reason).toBeUndefined();
});

test('a Pod is refused, whatever is said of workloads', () => {
  expect(said(POD, { podSecurity: { level: 'baseline', workloads: 'warning' } })).toEqual([
    'error pod-security-privileged',
  ]);
});

describe("a namespace's labels", () => {
  const levels = (options: EngineOptions) =>
    policyFindings(DEPLOYMENT, options).map(({ level, rule }) => `${level} ${rule}`);

  test('count as the option does', () => {
    expect(levels(labelled({ enforce: 'baseline' }))).toEqual(['error pod-security-privileged']);
    expect(
      levels({
        ...labelled({ enforce: 'baseline' }),
        ...engineOptionsOf({ podSecurity: { workloads: 'warning' } }),
      }),
    ).toEqual(['warning pod-security-privileged']);
  });

  test('that only warn, warn', () => {
    expect(levels(labelled({ warn: 'baseline' }))).toEqual(['warning pod-security-privileged']);
    expect(levels(labelled({ audit: 'baseline' }))).toEqual(['info pod-security-privileged']);
  });

  test('that enforce less than they warn of', () => {
    const options = labelled({ enforce: 'baseline', warn: 'restricted' });
    expect(levels(options)).toContain('error pod-security-privileged');
    expect(levels(options)).toContain('warning pod-security-run-as-non-root');
    expect(levels(options).filter((one) => one.startsWith('error'))).toHaveLength(1);
    expect(answer(DEPLOYMENT, options).warnings).toEqual([
      expect.stringMatching(
        /^would violate PodSecurity "restricted:latest": privileged \(.*, allowPrivilegeEscalation != false/,
      ),
    ]);
  });

  test('that enforce without a warning', () => {
    const options = labelled({ enforce: 'baseline', warn: 'privileged' });
    expect(policyFindings(DEPLOYMENT, options)).toMatchObject([
      {
        level: 'error',
        suggestion: expect.stringMatching(/the API server accepts the workload, but rejects its Pods$/),
      },
    ]);
    expect(answer(DEPLOYMENT, options)).toMatchObject({ ok: true, warnings: [] });
  });
});

describe('levels of the rules', () => {
  const checks = allRules().filter(({ stage }) => stage === 'pod-security');
  test.each(checks.map(({ id }) => id))('%s can be given a level', (rule) => {
    for (const level of ['error', 'warning', 'info', 'off'] as const) {
      expect(() => new ManifestValidator({ rules: { [rule]: level } })).not.toThrow();
    }
  });

  test('hold for Pods and for workloads', () => {
    const rule = 'pod-security-privileged';
    for (const manifest of [POD, DEPLOYMENT]) {
      expect(said(manifest, { podSecurity: 'baseline', rules: { [rule]: 'warning' } })).toEqual([
        `warning ${rule}`,
      ]);
      expect(said(manifest, { podSecurity: 'baseline', rules: { [rule]: 'off' } })).toEqual([]);
    }
    expect(
      said(DEPLOYMENT, {
        podSecurity: { level: 'baseline', workloads: 'warning' },
        rules: { [rule]: 'error' },
      }),
    ).toEqual([`error ${rule}`]);
  });

  test('hold for the labels themselves', () => {
    const namespace = {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'team', labels: { 'pod-security.kubernetes.io/enforce': 'strict' } },
    };
    expect(said(namespace, {})).toEqual(['error pod-security-labels']);
    expect(said(namespace, { rules: { 'pod-security-labels': 'off' } })).toEqual([]);
  });

  test('do not change what a server would return', () => {
    const validator = new ManifestValidator({
      podSecurity: 'baseline',
      rules: { 'pod-security-privileged': 'off' },
    });
    expect(() => validator.defaulted(POD)).toThrow('violates PodSecurity "baseline:latest"');
  });
});

test('at synth, a validation stops a workload, and judges it anew when the level changes', () => {
  const app = new App();
  new ApiObject(new Chart(app, 'demo'), 'web', DEPLOYMENT as never);
  const validation = Validation.of(app).configure({ podSecurity: 'baseline' });
  expect(() => app.synthYaml()).toThrow('would violate PodSecurity "baseline:latest": privileged');
  validation.configure({ podSecurity: { level: 'baseline', workloads: 'warning' }, report: 'none' });
  expect(() => app.synthYaml()).not.toThrow();
  validation.configure({ podSecurity: { level: 'baseline', workloads: 'error' } });
  expect(() => app.synthYaml()).toThrow('would violate PodSecurity');
});

test.each<[unknown, string]>([
  [{ levle: 'restricted' }, 'unknown option "podSecurity.levle": did you mean "level"?'],
  [{ level: 'strict' }, 'unknown Pod Security level "strict"'],
  [{ level: 3 }, 'podSecurity.level is 3: expected a string'],
  [{ workloads: 'warn' }, 'unknown Pod Security level of workloads "warn"'],
  [{ workloads: 'eror' }, 'did you mean "error"?'],
  [['restricted'], 'podSecurity is a list of 1: expected a string or an object'],
  [true, 'podSecurity is true: expected a string or an object'],
])('%j is refused', (podSecurity, message) => {
  expect(() => new ManifestValidator({ podSecurity } as never)).toThrow(message);
});
