import { Kubectl } from '../../lib';

const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } };

const set = (selector: string) => Kubectl.setSelector(service, selector).manifest.spec.selector;
const budget = (selector: string) =>
  Kubectl.createPodDisruptionBudget('web', { selector, minAvailable: '1' }).manifest.spec.selector;

test.each([
  ['a=b', { matchLabels: { a: 'b' } }],
  ['b==c, a = b,in=notin', { matchLabels: { a: 'b', b: 'c', in: 'notin' } }],
  ['a=', { matchLabels: { a: '' } }],
  [
    'tier in (b, a,,b),!old,new',
    {
      matchExpressions: [
        { key: 'new', operator: 'Exists' },
        { key: 'old', operator: 'DoesNotExist' },
        { key: 'tier', operator: 'In', values: ['', 'a', 'b'] },
      ],
    },
  ],
  [
    'a notin (),b=c',
    { matchLabels: { b: 'c' }, matchExpressions: [{ key: 'a', operator: 'NotIn', values: [''] }] },
  ],
])('%s is a selector of labels and expressions', (text, selector) => expect(budget(text)).toEqual(selector));

test('a Service has a selector of labels alone', () => {
  expect(set('b=c,a=b')).toEqual({ a: 'b', b: 'c' });
  expect(() => set('a in (c,b),b=c,d')).toThrow(
    'match expression [{a In [b c]} {d Exists []}] not supported on this object',
  );
});

test.each([
  ['a=b,', "found '', expected: identifier after ','"],
  ['=b', "found '=', expected: !, identifier, or 'end of string'"],
  ['a b', "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt"],
  ['a in b', "unable to parse requirement: found 'b' expected: '('"],
  ['a in (b c)', "unable to parse requirement: found 'c', expected: ',' or ')'"],
  ['a=b c', "found 'c', expected: ',' or 'end of string'"],
  [
    'a>b',
    "unable to parse requirement: values[0]: Invalid value: \"b\": for 'Gt', 'Lt' operators, the value must be an integer",
  ],
  [
    'a>9223372036854775808',
    "unable to parse requirement: values[0]: Invalid value: \"9223372036854775808\": for 'Gt', 'Lt' operators, the value must be an integer",
  ],
])('%s is none, and kubectl says why', (text, message) => {
  for (const read of [set, budget]) {
    expect(() => read(text)).toThrow(`couldn't parse the selector string "${text}": ${message}`);
  }
});

test.each([
  ['a>1', '"gt" isn\'t supported in label selectors'],
  ['a!=b', '"!=" is not a valid label selector operator'],
])('%s selects no labels', (text, message) => {
  for (const read of [set, budget]) expect(() => read(text)).toThrow(message);
});
