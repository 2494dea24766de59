import { judge } from '../../../lib/validate/engine';
import { serverStatus } from '../../../lib/validate/status';

const OLD = 'pdb.kubernetes.io/deprecated-v1beta1-empty-selector-match';
const budget = (spec: object) => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'web' },
  spec,
});

/** Paths of what is dropped of a selector. */
const dropped = (selector: object) =>
  judge(budget({ selector }), { minor: 36 })
    .findings.filter(({ rule }) => rule === 'field-dropped')
    .map(({ path }) => String(path));

test.each<[string, object, number[]]>([
  ['alone, it selects nothing', { matchExpressions: [{ key: OLD, operator: 'Exists', values: [] }] }, []],
  ['with another operator', { matchExpressions: [{ key: OLD, operator: 'DoesNotExist' }] }, [0]],
  ['beside labels', { matchLabels: { a: 'b' }, matchExpressions: [{ key: OLD, operator: 'Exists' }] }, [0]],
  [
    'beside other conditions, twice',
    {
      matchExpressions: [
        { key: OLD, operator: 'Exists' },
        { key: 'a', operator: 'Exists' },
        { key: OLD, operator: 'Like' },
      ],
    },
    [0, 2],
  ],
  ['another label', { matchExpressions: [{ key: 'a', operator: 'Exists' }] }, []],
])('conditions on the label of policy/v1beta1 are dropped: %s', (_, selector, places) => {
  expect(dropped(selector)).toEqual(places.map((index) => `spec.selector.matchExpressions[${index}]`));
});

test('a condition that is dropped is not judged', () => {
  const verdict = (operator: string) =>
    serverStatus(judge(budget({ selector: { matchExpressions: [{ key: OLD, operator }] } }), { minor: 36 }));
  expect(verdict('Like').ok).toBe(true);
});

/** Of a real 1.33 and a real 1.36. */
test.each([
  [
    33,
    'policy.PodDisruptionBudgetSpec{MinAvailable:(*intstr.IntOrString)(0xc000000000), Selector:(*v1.LabelSelector)(0xc000000000), MaxUnavailable:(*intstr.IntOrString)(0xc000000000), UnhealthyPodEvictionPolicy:(*policy.UnhealthyPodEvictionPolicyType)(nil)}',
  ],
  [
    36,
    '{"MinAvailable":"50%","Selector":{"matchLabels":{"app":"web"}},"MaxUnavailable":1,"UnhealthyPodEvictionPolicy":null}',
  ],
])('both amounts in 1.%i', (minor, shown) => {
  const spec = { minAvailable: '50%', maxUnavailable: 1, selector: { matchLabels: { app: 'web' } } };
  expect(serverStatus(judge(budget(spec), { minor })).causes).toEqual([
    {
      reason: 'FieldValueInvalid',
      field: 'spec',
      message: `Invalid value: ${shown}: minAvailable and maxUnavailable cannot be both set`,
    },
  ]);
});
