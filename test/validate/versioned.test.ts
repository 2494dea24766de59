import { ManifestValidator } from '../../lib';

const pod = (spec: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n  - name: app\n    image: nginx:1.27\n    resources: {requests: {cpu: 1, memory: 1Gi}, limits: {memory: 1Gi}}\n${spec}`;
const compare = (spec: string, ...versions: string[]) =>
  new ManifestValidator({ rules: { resources: 'off' } }).compareVersions(pod(spec), versions);

test('a field that came later ends to be unknown', () => {
  const [{ finding, versions, begins, ends }, ...rest] = compare(
    '  hostnameOverride: other\n',
    '1.36',
    '1.30',
    '1.32',
  );
  expect(rest).toEqual([]);
  expect({ path: finding.path, rule: finding.rule, versions, begins, ends }).toEqual({
    path: 'spec.hostnameOverride',
    rule: 'unknown-field',
    versions: ['1.30', '1.32'],
    begins: undefined,
    ends: '1.36',
  });
});

test('what all versions say is told once, in the words of the newest', () => {
  const found = compare(`  nodeSelector: {a: ${'x'.repeat(64)}}\n`, '1.34', '1.36');
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    versions: ['1.34', '1.36'],
    finding: { message: expect.stringContaining('must be no more than 63 bytes') },
  });
  expect(found[0]).not.toHaveProperty('begins');
  expect(found[0]).not.toHaveProperty('ends');
});

test('two findings of one rule about one field stay two', () => {
  expect(
    compare('    ports: [{containerPort: 1, name: -A_}]\n', '1.30', '1.36').map(
      ({ versions }) => versions.length,
    ),
  ).toEqual(
    new ManifestValidator().validateYaml(pod('    ports: [{containerPort: 1, name: -A_}]\n')).map(() => 2),
  );
});

test('an unknown version is refused', () => {
  expect(() => compare('', '1.29')).toThrow(
    'unknown Kubernetes version "1.29": use one of 1.30, 1.31, 1.32, 1.33, 1.34, 1.35, 1.36, 1.37',
  );
});
