import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeUnjudged } from '../support/unjudged-kind';
import { PodPatternsValidation, type PodPatternsValidationProps } from '../../lib';

jest.mock('../../lib/validate/kinds', () => require('../support/kinds-without-rules'));

const pod = (name: string, container: object, namespace?: string) => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
${namespace ? `  namespace: ${namespace}\n` : ''}spec:
  containers:
  - ${Object.entries(container)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n    ')}
`;

/** What the plugin hands to cdk8s-cli about files with these texts. */
async function reportOf(texts: readonly string[], props?: PodPatternsValidationProps, stdout = false) {
  const folder = mkdtempSync(join(tmpdir(), 'plugin-'));
  const manifests = texts.map((_, index) => join(folder, `${index}.yaml`));
  manifests.forEach((file, index) => writeFileSync(file, texts[index]));
  const violations: {
    ruleName: string;
    recommendation: string;
    fix: string;
    violatingResources: object[];
  }[] = [];
  let submitted: unknown[] = [];
  const report = {
    addViolation: (violation: never) => violations.push(violation),
    submit: (...args: unknown[]) => {
      submitted = args;
    },
  };
  await new PodPatternsValidation(props).validate({ manifests, stdout, report });
  return { manifests, violations, status: submitted[0], summary: submitted[1] };
}

const good = { name: 'app', image: 'nginx:1.27' };
const untagged = { name: 'app', image: 'nginx' };
const bad = { name: 'App', image: 'nginx:1.27' };

test('findings that say the same are one violation, with each resource and its lines', async () => {
  const {
    manifests: [first, second],
    violations,
    status,
    summary,
  } = await reportOf([`${pod('a', bad)}---\n${pod('b', bad, 'prod')}`, pod('a', bad)]);
  expect(status).toBe('failure');
  expect(summary).toEqual({ 'Kubernetes version': '1.37', Manifests: '3', Errors: '3', Warnings: '0' });
  expect(violations).toEqual([
    {
      ruleName: 'container-name',
      recommendation: expect.stringMatching(/^error: Invalid value: "App": a lowercase RFC 1123 label/),
      fix: 'rename it, for example to "app"',
      violatingResources: [
        { resourceName: 'a', manifestPath: first, locations: [`${first}:7:11 Pod spec.containers[0].name`] },
        {
          resourceName: 'b',
          manifestPath: first,
          locations: [`${first}:17:11 Pod in prod spec.containers[0].name`],
        },
        {
          resourceName: 'a',
          manifestPath: second,
          locations: [`${second}:7:11 Pod spec.containers[0].name`],
        },
      ],
    },
  ]);
});

test('errors come first, then warnings, which do not fail unless they shall', async () => {
  const texts = [pod('a', untagged)];
  expect(await reportOf(texts)).toMatchObject({
    status: 'success',
    violations: [
      {
        ruleName: 'image-tag',
        recommendation: expect.stringMatching(/^warning: /),
        fix: expect.stringMatching(/ \(https:.*rules\.md#image-tag\)$/),
      },
    ],
  });
  expect(await reportOf(texts, { failOn: 'warning' })).toMatchObject({ status: 'failure' });
  expect((await reportOf([...texts, pod('b', bad)])).violations.map(({ ruleName }) => ruleName)).toEqual([
    'container-name',
    'image-tag',
  ]);
});

test('what is told beside errors', async () => {
  const rules = async (props: PodPatternsValidationProps) =>
    (await reportOf([pod('a', untagged)], props)).violations.map(({ ruleName }) => ruleName);
  expect(await rules({ report: 'none' })).toEqual([]);
  expect(await rules({ report: 'all' })).toEqual(['image-tag', 'resources']);
  expect(await rules({ report: 'none', failOn: 'warning' })).toEqual(['image-tag']);
});

test('properties count: version, Pod Security, rules', async () => {
  const { status, summary, violations } = await reportOf([pod('a', untagged)], {
    kubernetesVersion: '1.34',
    podSecurity: 'baseline',
    rules: { 'image-tag': 'error' },
  });
  expect([status, violations[0].recommendation.split(':')[0]]).toEqual(['failure', 'error']);
  expect(summary).toEqual({
    'Kubernetes version': '1.34',
    'Pod Security': 'baseline',
    Manifests: '1',
    Errors: '1',
    Warnings: '0',
  });
});

test("a Namespace's labels count for the Pods of all files", async () => {
  const namespace =
    'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: team\n  labels:\n    pod-security.kubernetes.io/enforce: restricted\n';
  const { violations } = await reportOf([pod('a', good, 'team'), namespace]);
  expect(violations.map(({ ruleName }) => ruleName)).toContain('pod-security-run-as-non-root');
});

test('with --stdout the files are gone afterwards: no path in the locations', async () => {
  const {
    violations: [
      {
        violatingResources: [resource],
      },
    ],
  } = await reportOf([pod('a', bad)], {}, true);
  expect(resource).toMatchObject({ locations: ['STDOUT:7:11 Pod spec.containers[0].name'] });
});

test('a text that is no YAML, and one without manifests', async () => {
  expect(await reportOf(['a: [', ''])).toMatchObject({
    status: 'failure',
    violations: [{ ruleName: 'yaml-syntax', violatingResources: [{ resourceName: '(no name)' }] }],
  });
  expect(await reportOf([''])).toMatchObject({
    status: 'success',
    violations: [],
    summary: { Manifests: '0' },
  });
});

test('properties without any below them are none', () => {
  expect(() => new PodPatternsValidation(null as never)).not.toThrow();
});

test.each([
  [{ kubernetesVersoin: '1.34' }, 'unknown property "kubernetesVersoin": did you mean "kubernetesVersion"?'],
  [
    { verbose: true },
    'unknown property "verbose": use admission, crds, customResources, failOn, kubernetesVersion, podTemplates, podSecurity, report, rules',
  ],
  [
    { kubernetesVersion: 1.3 },
    'kubernetesVersion is 1.3, but must be a string: quote it, for example "1.30"',
  ],
  [{ kubernetesVersion: '1.29' }, 'unknown Kubernetes version "1.29": use one of 1.30'],
  [{ podSecurity: ['restricted'] }, 'podSecurity is a list, but must be a string'],
  [{ podSecurity: { level: 'strict' } }, 'unknown Pod Security level "strict"'],
  [
    { podSecurity: { workload: 'error' } },
    'unknown option "workload" of podSecurity: did you mean "workloads"?',
  ],
  [
    { customResources: 'argoproj.io' },
    'customResources is "argoproj.io", but must be a list of patterns, such as [argoproj.io]',
  ],
  [{ customResources: ['apps'] }, 'invalid custom resource pattern "apps": "apps" is a built-in API group'],
  [{ podSecurity: 'strict' }, 'unknown Pod Security level "strict"'],
  [{ report: 'error' }, 'unknown report "error": use one of none, warnings, all'],
  [{ failOn: 'warnings' }, 'failOn is "warnings": did you mean "warning"?'],
  [{ failOn: 3 }, 'failOn is 3: use "error" or "warning"'],
  [
    { rules: ['image-tag'] },
    'rules is a list, but must be a map of rules to levels, such as image-tag: error',
  ],
  [
    { rules: { resources: false } },
    'rules.resources is false, but must be a string: quote it, for example "off"',
  ],
  [{ rules: { 'image-tags': 'error' } }, 'unknown rule "image-tags": did you mean "image-tag"?'],
  [
    { rules: { 'image-tag': 'fatal' } },
    'unknown level "fatal" for rule "image-tag": use error, warning, info, off',
  ],
  [['kubernetesVersion'], 'properties are a list, but must be a map'],
])('properties %j', (props, message) => {
  expect(() => new PodPatternsValidation(props as never)).toThrow(`PodPatternsValidation: ${message}`);
});

describeUnjudged('a kind without rules of its own', ({ manifest, note }) => {
  test('is named in the heading, unless the rule is off', async () => {
    const texts = [manifest('a'), manifest('b')];
    expect((await reportOf(texts)).summary).toMatchObject({ 'Partly validated': `2 (${note})` });
    const off = await reportOf(texts, { rules: { 'kind-not-judged': 'off' } });
    expect(off.summary).not.toHaveProperty('Partly validated');
  });
});

test('a file that is no manifest is one violation', async () => {
  const { violations, status } = await reportOf([
    '$patch: delete\napiVersion: v1\nkind: Pod\nmetadata: {name: a}\n',
  ]);
  expect(status).toBe('failure');
  expect(violations.map(({ ruleName }) => ruleName)).toEqual(['not-a-manifest']);
});
