import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Count } from '../../tools/coverage/count';

interface Figures {
  readonly all: Count;
  readonly packages: Readonly<Record<string, Count>>;
  readonly missed: readonly string[];
  readonly unreachable: Readonly<Record<string, number>>;
}

const figures = JSON.parse(readFileSync(join(__dirname, 'site-coverage.json'), 'utf8')) as Figures;
const { all, packages, missed, unreachable } = figures;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** `npm run site-coverage` writes the figures. */
describe('the error and warning sites of the server that recorded cases hit', () => {
  test('at least 90 % of those that a manifest can reach', () => {
    expect(all.hit / all.reachable).toBeGreaterThanOrEqual(0.9);
  });

  test('each site is hit, listed, or has a reason', () => {
    expect(all.hit + missed.length).toBe(all.reachable);
    expect(missed.filter((line) => line.endsWith('no case hits it'))).toEqual([]);
    expect(sum(Object.values(unreachable))).toBe(all.unreachable);
  });

  test.each(['reachable', 'hit', 'unreachable'] as const)('packages add up to all: %s', (count) => {
    expect(sum(Object.values(packages).map((one) => one[count]))).toBe(all[count]);
  });
});
