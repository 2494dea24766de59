import { judge } from '../../../lib/validate/engine';
import { serverStatus } from '../../../lib/validate/status';

/* Numbers at the limits of what servers read, and names that they make; recorded on a server of 1.36. */

const definition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'nums.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { plural: 'nums', kind: 'Num' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            'x-kubernetes-validations': [{ rule: 'self.metadata.name.size() <= 8' }],
            properties: {
              spec: {
                type: 'object',
                'x-kubernetes-validations': [
                  { rule: "!has(self.s) || self.s.matches(self.s + '(')" },
                  { rule: "!has(self.s) || self.s.find(self.s + '(') == ''" },
                  { rule: "[dyn(1), dyn('a')].max() == 1" },
                ],
                properties: {
                  any: { type: 'integer' },
                  small: { type: 'integer', maximum: 10 },
                  long: { type: 'integer', format: 'int64' },
                  most: { type: 'number', maximum: 1 },
                  least: { type: 'number', minimum: 0.1 },
                  one: { type: 'number', enum: [1, 2.5] },
                  s: { type: 'string', maxLength: 5 },
                },
              },
            },
          },
        },
      },
    ],
  },
};

function causesOf(spec: object, metadata: object = { name: 'a' }): readonly string[] {
  const manifest = { apiVersion: 'example.com/v1', kind: 'Num', metadata, spec };
  const { causes } = serverStatus(judge(manifest, { minor: 36, crds: [definition] }));
  return causes.map(({ field, message }) => `${field}: ${message}`);
}

const MOST = 9223372036854775807n;

test.each<[spec: object, cause: string]>([
  [
    { small: MOST },
    'spec.small: Invalid value: 9223372036854775807: spec.small in body should be less than or equal to 10',
  ],
  [
    { long: -9223372036854775809n },
    '<nil>: Invalid value: "": Checked value must be of type integer with format int64 in spec.long',
  ],
  [
    { least: 1e-7 },
    'spec.least: Invalid value: 1e-07: spec.least in body should be greater than or equal to 0.1',
  ],
  [
    { most: 1234567.5 },
    'spec.most: Invalid value: 1.2345675e+06: spec.most in body should be less than or equal to 1',
  ],
  [
    { most: 12345678901234567890n },
    'spec.most: Invalid value: 1.2345678901234567e+19: spec.most in body should be less than or equal to 1',
  ],
  [{ one: 1e20 }, 'spec.one: Unsupported value: 1e+20: supported values: "1", "2.5"'],
  [
    { s: 'a' },
    'spec: Invalid value: "object": error parsing regexp: missing closing ): `a(` evaluating rule: !has(self.s) || self.s.matches(self.s + \'(\')',
  ],
  [
    { s: 'a' },
    "spec: Invalid value: \"object\": Illegal regex: error parsing regexp: missing closing ): `a(` evaluating rule: !has(self.s) || self.s.find(self.s + '(') == ''",
  ],
])('%o is refused in the words of a server', (spec, cause) => {
  expect(causesOf(spec)).toContain(cause);
});

test('the largest integer of 64 bits is an integer', () => expect(causesOf({ any: MOST })).toEqual([]));

test('rules see the name that a server makes', () => {
  expect(causesOf({}, { generateName: 'a-' })).toEqual([]);
  expect(causesOf({}, { generateName: 'abcdefgh' })).toEqual([
    '<nil>: Invalid value: failed rule: self.metadata.name.size() <= 8',
  ]);
});
