import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CelType,
  compile,
  DOUBLE,
  DYN,
  evaluationCost,
  INT,
  listOf,
  mapOf,
  STRING,
} from '../../lib/cel';

interface Recorded {
  readonly expr: string;
  readonly cost: number;
}

const recorded = readFileSync(join(__dirname, 'recorded/costs.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);

const TYPES: { readonly [name: string]: CelType } = {
  x: INT,
  y: DOUBLE,
  s: STRING,
  a: mapOf(STRING, DYN),
  l: listOf(INT),
  d: DYN,
};
const VALUES = { x: 1, y: 1.5, s: 'str', a: { b: 1 }, l: [1, 2, 3], d: { a: [1, 2] } };

const evaluate = (expr: string, values: { readonly [name: string]: unknown } = VALUES) =>
  compile(expr, { minor: 36, variables: TYPES }).evaluate(values);

test.each(recorded)('$expr costs what it does on a server', ({ expr, cost }) => {
  evaluate(expr);
  expect(evaluationCost()).toBe(cost);
});

test.each([
  ['loops', 'l.all(i, l.all(j, l.all(k, i + j + k >= 0)))'],
  ['texts that double', `[s]${'.map(t, t + t)'.repeat(30)}.size() > 0`],
  ['patterns', 'l.all(i, s.matches("(s+)+$"))'],
  ['what && and || would catch', 'l.all(i, l.all(j, l.all(k, i + j + k >= 0))) || true'],
])('%s end with cel-go’s words', (_, expr) => {
  const l = Array.from({ length: 2_000 }, (__, index) => index);
  expect(() => evaluate(expr, { ...VALUES, l, s: 's'.repeat(10_000) })).toThrow(
    'operation cancelled: actual cost limit exceeded',
  );
});
