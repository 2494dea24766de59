import { judge } from '../../../lib/validate/engine';
import { serverStatus } from '../../../lib/validate/status';

/* What servers of 1.36 and 1.37 say if evaluating rules costs too much; recorded. */

const NESTED = 'self.all(i, self.all(j, i + j >= 0))';
const ENDS = 'no further validation rules will be run';
const CANCELLED = 'operation cancelled: actual cost limit exceeded';

const list = (...rules: object[]) => ({
  type: 'array',
  maxItems: 900,
  items: { type: 'integer' },
  'x-kubernetes-validations': rules,
});

const definition = (properties: { readonly [name: string]: object }) => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'lists.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Cluster',
    names: { plural: 'lists', kind: 'List' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object', properties } } } },
      },
    ],
  },
});

const ones = (count: number) => Array.from({ length: count }, () => 1);

function causesOf(properties: { readonly [name: string]: object }, spec: object): readonly string[] {
  const manifest = { apiVersion: 'example.com/v1', kind: 'List', metadata: { name: 'a' }, spec };
  const { causes } = serverStatus(judge(manifest, { minor: 36, crds: [definition(properties)] }));
  return causes.map(({ field, message }) => `${field}: ${message}`);
}

test('one rule', () => {
  const rules = [{ rule: NESTED }, { rule: 'self.size() < 3', message: 'short' }];
  const properties = { a: list(...rules), b: list({ rule: 'self.size() < 2', message: 'b is short' }) };
  expect(causesOf(properties, { a: ones(400), b: ones(3) })).toEqual([
    `spec.a: Invalid value: "array": '${CANCELLED}': ${ENDS} due to call cost exceeds limit for rule: ${NESTED}`,
  ]);
  expect(causesOf(properties, { a: ones(300), b: ones(3) })).toEqual([
    'spec.a: Invalid value: short',
    'spec.b: Invalid value: b is short',
  ]);
});

test('an expression for a message', () => {
  const messageExpression = `${NESTED} ? "too many" : "x"`;
  const properties = {
    a: list({ rule: 'self.size() < 3', messageExpression }, { rule: 'self.size() < 4', message: 'four' }),
  };
  expect(causesOf(properties, { a: ones(300) })).toEqual([
    'spec.a: Invalid value: too many',
    'spec.a: Invalid value: four',
  ]);
  expect(causesOf(properties, { a: ones(900) })).toEqual([
    `spec.a: Invalid value: "array": ${ENDS} due to call cost exceeds limit for messageExpression: ${JSON.stringify(messageExpression)}`,
  ]);
});

test('all the rules of an object', () => {
  const names = Array.from({ length: 15 }, (_, index) => `a${10 + index}`);
  const properties = Object.fromEntries(names.map((name) => [name, list({ rule: NESTED, message: name })]));
  const all = (count: number) => Object.fromEntries(names.map((name) => [name, ones(count)]));
  expect(causesOf(properties, all(250))).toEqual([]);
  expect(causesOf(properties, all(370))).toEqual([
    `spec.a20: Invalid value: "array": validation failed due to running out of cost budget, ${ENDS}`,
  ]);
});
