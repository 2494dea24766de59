import { labelProblems, policyOf } from '../../../lib/validate/pod-security/labels';
import { namespaceLabels, policyFor } from '../../../lib/validate/pod-security/namespaces';
import { checksMinor, isVersion, podSecurityOf, policyText } from '../../../lib/validate/pod-security/policy';

const labels = (values: { readonly [name: string]: string }) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`pod-security.kubernetes.io/${name}`, value]),
  );

test.each([
  ['restricted', 'restricted:latest'],
  ['baseline:v1.34', 'baseline:v1.34'],
  ['baseline:1.34', 'baseline:v1.34'],
  ['privileged:latest', 'privileged:latest'],
  ['restricted:v1.0', 'restricted:v1.0'],
  ['restricted:v1.37', 'restricted:v1.37'],
])('the option %s means %s', (text, policy) => {
  const { level, version } = podSecurityOf(text).enforce!;
  expect(`${level}:${version}`).toBe(policy);
});

test.each([
  [
    'strict',
    'unknown Pod Security level "strict": use privileged, baseline, restricted, alone or with a version: restricted:v1.34',
  ],
  [
    '',
    'unknown Pod Security level "": use privileged, baseline, restricted, alone or with a version: restricted:v1.34',
  ],
  ['Restricted:latest', /^unknown Pod Security level "Restricted"/],
  ['restricted:', 'unknown Pod Security version "": use latest, or v1.0 to v1.37'],
  ['restricted:v1.38', 'unknown Pod Security version "v1.38": use latest, or v1.0 to v1.37'],
  ['restricted:v2.1', 'unknown Pod Security version "v2.1": use latest, or v1.0 to v1.37'],
  ['restricted:v1.34:x', 'unknown Pod Security version "v1.34:x": use latest, or v1.0 to v1.37'],
])('the option %j is refused', (text, message) => {
  expect(() => podSecurityOf(text)).toThrow(message);
});

test('versions of labels', () => {
  expect(['latest', 'v1.0', 'v1.34', 'v1.99'].filter(isVersion)).toHaveLength(4);
  expect(
    ['Latest', '1.34', 'v1', 'v1.01', 'v2.0', 'v1.34.1', '', 'v1.99999999999999999999'].filter(isVersion),
  ).toEqual([]);
  expect([
    checksMinor('latest', 36),
    checksMinor('v1.37', 36),
    checksMinor('v1.20', 36),
    checksMinor('v1.9223372036854775807', 34),
  ]).toEqual([36, 36, 20, 34]);
});

/** In the words and the order of a server 1.36. */
test('labels that a server refuses', () => {
  const bad = labels({
    'warn-version': 'v1.01',
    warn: 'x',
    'audit-version': 'v2',
    audit: 'y',
    'enforce-version': '1.30',
    enforce: 'Restricted',
    foo: 'bar',
  });
  expect(
    labelProblems(bad).map(({ label, problem, suggestion }) => `${label}: ${problem} → ${suggestion}`),
  ).toEqual([
    'pod-security.kubernetes.io/enforce: must be one of privileged, baseline, restricted → did you mean "restricted"?',
    'pod-security.kubernetes.io/enforce-version: must be "latest" or "v1.x" → use v1.30',
    'pod-security.kubernetes.io/audit: must be one of privileged, baseline, restricted → use privileged, baseline or restricted',
    'pod-security.kubernetes.io/audit-version: must be "latest" or "v1.x" → use latest, or a version such as v1.34',
    'pod-security.kubernetes.io/warn: must be one of privileged, baseline, restricted → use privileged, baseline or restricted',
    'pod-security.kubernetes.io/warn-version: must be "latest" or "v1.x" → use latest, or a version such as v1.34',
  ]);
});

/** Policies as `enforce audit warn`. */
test.each([
  [{}, undefined, 'privileged:latest privileged:latest privileged:latest'],
  [{ enforce: 'restricted' }, undefined, 'restricted:latest privileged:latest restricted:latest'],
  [
    { enforce: 'baseline', 'enforce-version': 'v1.30' },
    undefined,
    'baseline:v1.30 privileged:latest baseline:v1.30',
  ],
  [
    { enforce: 'baseline', 'enforce-version': 'v1.30', 'warn-version': 'v1.31' },
    undefined,
    'baseline:v1.30 privileged:latest baseline:v1.31',
  ],
  [
    { enforce: 'restricted', warn: 'baseline', audit: 'restricted' },
    undefined,
    'restricted:latest restricted:latest baseline:latest',
  ],
  [{ 'enforce-version': 'v1.30' }, undefined, 'privileged:v1.30 privileged:latest privileged:latest'],
  [{}, 'restricted:v1.34', 'restricted:v1.34 privileged:latest restricted:v1.34'],
  [{ enforce: 'privileged' }, 'restricted', 'privileged:latest privileged:latest privileged:latest'],
  [{ audit: 'baseline' }, 'restricted', 'restricted:latest baseline:latest restricted:latest'],
])('labels %j and the option %s make the policy %s', (values, option, text) => {
  expect(policyText(policyOf(labels(values), option === undefined ? undefined : podSecurityOf(option)))).toBe(
    text,
  );
});

test('Namespaces are sought among anything', () => {
  const good = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'a', labels: labels({ enforce: 'baseline' }) },
  };
  const found = namespaceLabels([
    null,
    7,
    'x',
    [],
    {},
    { kind: 'Namespace' },
    { ...good, apiVersion: 'v2' },
    { ...good, metadata: null },
    { ...good, metadata: { name: 'b', labels: null } },
    { ...good, metadata: { name: 'c', labels: labels({ enforce: 'x' }) } },
    { ...good, metadata: { name: 'd', labels: { app: 'x' } } },
    { ...good, metadata: { name: 7 } },
    good,
  ]);
  expect([...found.keys()]).toEqual(['a']);
  expect(policyFor({ metadata: { namespace: 'a' } }, undefined, found)?.enforce.level).toBe('baseline');
  for (const metadata of [{ namespace: 'b' }, { namespace: 7 }, {}, undefined]) {
    expect(policyFor({ metadata } as object, undefined, found)).toBeUndefined();
  }
});

test('a manifest without a namespace goes to default', () => {
  const found = namespaceLabels([
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'default', labels: labels({ warn: 'baseline' }) },
    },
  ]);
  expect(policyFor({}, undefined, found)?.warn.level).toBe('baseline');
});
