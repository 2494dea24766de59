import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BAD_FORMAT, BAD_SUFFIX, parseQuantity, quantity } from '../../lib/apimachinery/parse-quantity';
import type { Quantity } from '../../lib/apimachinery/quantity';

const canonical = (text: string | number) => String(parseQuantity(text));

test.each([
  ['0', '0'],
  ['1', '1'],
  ['100m', '100m'],
  ['0.5', '500m'],
  ['1.5', '1500m'],
  ['1000m', '1'],
  ['1e3', '1e3'],
  ['1000', '1k'],
  ['1500', '1500'],
  ['128Mi', '128Mi'],
  ['1024Ki', '1Mi'],
  ['12Ki', '12Ki'],
  ['1000Ki', '1000Ki'],
  ['0.5Gi', '512Mi'],
  ['1.1Ki', '1126400m'],
  ['512', '512'],
  ['-1', '-1'],
  ['+1', '+1'],
  ['00010', '00010'],
  ['050Pi', '50Pi'],
  ['.5', '500m'],
  ['1.', '1.'],
  ['1n', '1n'],
  ['0.1n', '1n'],
  ['1e-3', '1e-3'],
  ['1E', '1E'],
  ['100000000000000000000', '100E'],
  ['9223372036854775808Ki', '9223372036854775807'],
  ['m', '0'],
  [' 1 ', '1'],
])('%s is written back as %s', (given, expected) => {
  expect(canonical(given)).toBe(expected);
});

test.each([
  [1, '1'],
  [1.5, '1500m'],
  [0.1, '100m'],
  [1e21, '1e+21'],
])('the number %p is written back as %s', (given, expected) => {
  expect(canonical(given)).toBe(expected);
});

test.each([
  ['', BAD_FORMAT],
  ['abc', BAD_FORMAT],
  ['1 Gi', BAD_FORMAT],
  ['1Gi2x', BAD_FORMAT],
  ['1..2', BAD_FORMAT],
  ['1gi', BAD_FORMAT],
  ['1i', BAD_SUFFIX],
  ['1e', BAD_SUFFIX],
  ['1-5', BAD_SUFFIX],
  ['1MM', BAD_SUFFIX],
])('%p is refused: %s', (given, text) => {
  expect(parseQuantity(given)).toBe(text);
});

test.each([
  ['1', '1000m', 0],
  ['1', '999m', 1],
  ['1Ki', '1000', 1],
  ['1Gi', '1G', 1],
  ['-1', '1', -1],
  ['-2', '-1', -1],
  ['0', '-0', 0],
  ['1e400', '1E', 1],
  ['1n', '0', 1],
])('%s compared with %s is %d', (left, right, order) => {
  expect(Math.sign(quantity(left).compare(quantity(right)))).toBe(order);
});

test('an absurd exponent neither hangs nor throws', () => {
  const giant = parseQuantity('1e2000000000') as Quantity;
  expect(giant.compare(quantity('1'))).toBeGreaterThan(0);
  expect(giant.roundsToInteger()).toBe(true);
  expect(String(parseQuantity('1e-2000000000'))).toBe('1e-9');
});

test('reads 400 texts as resource.ParseQuantity does', () => {
  const lines = readFileSync(join(__dirname, 'quantities.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('"'));
  expect(lines).toHaveLength(400);
  for (const line of lines) {
    const [given, wanted] = line.split('\t');
    const result = parseQuantity(JSON.parse(given) as string);
    expect(`${given} → ${typeof result === 'string' ? `ERR ${result}` : result.toString()}`).toBe(
      `${given} → ${wanted}`,
    );
  }
});
