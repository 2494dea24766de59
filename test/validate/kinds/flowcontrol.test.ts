import { judge } from '../../../lib/validate/engine';
import { serverStatus } from '../../../lib/validate/status';

const causes = (kind: string, name: string, spec: object, minor = 36) =>
  serverStatus(
    judge({ apiVersion: 'flowcontrol.apiserver.k8s.io/v1', kind, metadata: { name }, spec }, { minor }),
  ).causes.map(({ reason, field, message }) => `${reason.replace('FieldValue', '')} ${field}: ${message}`);

const level = (name: string, spec: object, minor?: number) =>
  causes('PriorityLevelConfiguration', name, spec, minor);
const REJECT = { limitResponse: { type: 'Reject' } };

const GROUPS = ['system:unauthenticated', 'system:authenticated'];
const CATCH_ALL = {
  matchingPrecedence: 10000,
  priorityLevelConfiguration: { name: 'catch-all' },
  distinguisherMethod: { type: 'ByUser' },
  rules: [
    {
      subjects: GROUPS.map((name) => ({ kind: 'Group', group: { name } })),
      resourceRules: [
        { verbs: ['*'], apiGroups: ['*'], resources: ['*'], namespaces: ['*'], clusterScope: true },
      ],
      nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
    },
  ],
};

test('catch-all is what servers make it', () => {
  expect(causes('FlowSchema', 'catch-all', CATCH_ALL)).toEqual([]);
  const [cause] = causes('FlowSchema', 'catch-all', { ...CATCH_ALL, rules: [] });
  expect(cause).toContain("spec of 'catch-all' must equal the fixed value");
  const fixed = { type: 'Limited', limited: { nominalConcurrencyShares: 5, ...REJECT } };
  expect(level('catch-all', fixed)).toEqual([]);
  expect(
    level('catch-all', { ...fixed, limited: { ...fixed.limited, borrowingLimitPercent: 0 } }),
  ).toHaveLength(1);
});

test('the shares of exempt may differ', () => {
  expect(level('exempt', { type: 'Exempt', exempt: { lendablePercent: 10 } })).toEqual([]);
  expect(level('exempt', { type: 'Exempt' })).toEqual([]);
});

test('names of properties are no mandatory objects', () => {
  expect(level('constructor', { type: 'Limited', limited: REJECT })).toEqual([]);
});

test('texts of older servers', () => {
  const text = "type must be 'Exempt' if and only if name is 'exempt'";
  expect(level('a', { type: 'Exempt' }, 33)).toEqual([`Invalid spec.type: Invalid value: "Exempt": ${text}`]);
  expect(level('a', {}, 35)).toEqual([
    'NotSupported spec.type: Unsupported value: "": supported values: "Exempt", "Limited"',
  ]);
  const [cause] = level('catch-all', { type: 'Limited', limited: REJECT }, 33);
  expect(cause).toBe(
    'Invalid spec: Invalid value: flowcontrol.PriorityLevelConfigurationSpec{Type:"Limited", Limited:(*flowcontrol.LimitedPriorityLevelConfiguration)(0xc000000000), Exempt:(*flowcontrol.ExemptPriorityLevelConfiguration)(nil)}: spec of \'catch-all\' must equal the fixed value',
  );
});

test('a hand as large as the hash allows', () => {
  const queuing = (queues: number, handSize: number) => ({
    type: 'Limited',
    limited: { limitResponse: { type: 'Queue', queuing: { queues, handSize } } },
  });
  expect(level('a', queuing(64, 10))).toEqual([]);
  expect(level('a', queuing(64, 11))).toHaveLength(1);
  expect(level('a', queuing(1, 1))).toEqual([]);
});
