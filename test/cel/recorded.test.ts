import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CelType,
  DOUBLE,
  DYN,
  INT,
  listOf,
  mapOf,
  schemaType,
  schemaValue,
  STRING,
} from '../../lib/cel';
import { type Outcome, outcomeOf } from './outcome';

const read = (name: string) => readFileSync(join(__dirname, 'recorded', name), 'utf8');

interface Recorded extends Outcome {
  readonly minor: number;
  readonly expr: string;
}

const casesOf = (name: string) =>
  read(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Recorded);

/** Variables of the expressions, most of which come from the tests of cel-go and Kubernetes. */
const TYPES: { readonly [name: string]: CelType } = {
  x: INT,
  y: DOUBLE,
  s: STRING,
  a: mapOf(STRING, DYN),
  l: listOf(INT),
  d: DYN,
};
const VALUES = { x: 1, s: 'str', a: { b: 1 }, l: [1, 2, 3], d: { a: [1, 2] } };

test.each(casesOf('expressions.jsonl'))('$minor: $expr', ({ minor, expr, ...expected }) => {
  expect(outcomeOf(expr, { minor, variables: TYPES }, VALUES)).toEqual(expected);
});

describe('a custom resource', () => {
  const { schema, self } = JSON.parse(read('resource.json'));
  const type = schemaType(schema, true)!;

  test.each(casesOf('resource.jsonl'))('$minor: $expr', ({ minor, expr, ...expected }) => {
    const variables = { self: type, oldSelf: type };
    expect(outcomeOf(expr, { minor, variables }, { self: schemaValue(self, schema) })).toEqual(expected);
  });
});
