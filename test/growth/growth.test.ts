import { StepCounter } from '../../bench/growth/steps';
import type { Scenario } from '../../bench/growth/scenario';

/** Only code that is loaded while steps are counted is counted in full. */
const counter = new StepCounter();
const { COUNTED } = require('../../bench/growth/index') as typeof import('../../bench/growth/index');

afterAll(() => counter.stop());

/** Steps at twice the size, over twice the steps. */
const MOST = 1.3;
const SIZE = 100;

/**
 * A long text is counted at this part of its size: what is done once would hide what each character costs.
 */
const LARGE = 24;

/**
 * Share of all steps below which what comes on top is by chance: an expression goes through a long text in
 * one step.
 */
const CHANCE = 1 / 20;

/** Growth of what comes on top: what any input costs does not hide what grows too fast. */
async function growthOf({ prepare, size }: Scenario): Promise<number> {
  const small = Math.min(size, Math.max(SIZE, size / LARGE));
  await prepare(small)();
  const [once, twice, fourfold] = [
    await counter.count(prepare(small)),
    await counter.count(prepare(small * 2)),
    await counter.count(prepare(small * 4)),
  ];
  return (fourfold - twice) / Math.max(fourfold * CHANCE, twice - once) / 2;
}

/** What the runtime does beside the work, such as compiling it, disturbs no count twice. */
async function leastGrowthOf(scenario: Scenario): Promise<number> {
  const growth = await growthOf(scenario);
  return growth > MOST ? Math.min(growth, await growthOf(scenario)) : growth;
}

test('steps are those of the work: a loop within a loop grows by four', async () => {
  const { RepeatedItems } =
    require('../../lib/validate/repeated-items') as typeof import('../../lib/validate/repeated-items');
  const quadratic: Scenario = {
    name: 'quadratic',
    size: SIZE,
    prepare: (count) => () =>
      Array.from({ length: count }, () =>
        new RepeatedItems({ list: Array.from({ length: count }, (_, index) => index % 2) }).of(
          ['list', 0],
          [],
        ),
      ),
  };
  expect(Math.max(await growthOf(quadratic), await growthOf(quadratic))).toBeGreaterThan(1.8);
});

test('no input takes more steps than 1.3 times its share', async () => {
  const grown: string[] = [];
  for (const scenario of COUNTED) {
    const growth = await leastGrowthOf(scenario);
    if (growth > MOST) grown.push(`${scenario.name}: ${growth.toFixed(2)}`);
  }
  expect(COUNTED.length).toBeGreaterThan(400);
  expect(grown).toEqual([]);
}, 600_000);
