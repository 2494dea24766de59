import { judge } from '../../../lib/validate/engine';
import { serverStatus } from '../../../lib/validate/status';

const causes = (kind: string, rest: object, minor = 36) =>
  serverStatus(
    judge({ apiVersion: 'rbac.authorization.k8s.io/v1', kind, metadata: { name: 'a' }, ...rest }, { minor }),
  ).causes.map(({ field, message }) => `${field}: ${message}`);

test('a list is shown in Go’s syntax by servers before 1.34', () => {
  const text = 'namespaced rules cannot apply to non-resource URLs';
  const role = { rules: [{ verbs: ['get'], nonResourceURLs: ['/a'] }] };
  expect(causes('Role', role, 33)).toEqual([
    `rules[0].nonResourceURLs: Invalid value: []string{"/a"}: ${text}`,
  ]);
  expect(causes('Role', role, 34)).toEqual([`rules[0].nonResourceURLs: Invalid value: ["/a"]: ${text}`]);
});

test('a selector that is malformed becomes none', () => {
  const aggregationRule = { clusterRoleSelectors: [{ matchExpressions: [{ key: 'a', operator: 'Like' }] }] };
  expect(causes('ClusterRole', { aggregationRule }, 33)).toEqual([
    'aggregationRule.clusterRoleSelectors[0].matchExpressions[0].operator: Invalid value: "Like": not a valid selector operator',
    'aggregationRule.clusterRoleSelectors[0]: Invalid value: "null": invalid label selector.',
  ]);
});

test('the namespace of a ServiceAccount is only needed in a ClusterRoleBinding', () => {
  const binding = {
    roleRef: { kind: 'ClusterRole', name: 'view' },
    subjects: [{ kind: 'ServiceAccount', name: 'x' }],
  };
  expect(causes('RoleBinding', binding)).toEqual([]);
  expect(causes('ClusterRoleBinding', binding)).toEqual(['subjects[0].namespace: Required value']);
});
