import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failureOf, peak } from '../../tools/fuzz/failure';
import { inputAt } from '../../tools/fuzz/session';
import { TARGETS } from '../../tools/fuzz/targets';
import { MOST_MEMORY } from '../../tools/fuzz/watchdog';

/* Inputs that once ended in a raw exception or took too long, and some fresh ones of a fixed seed. */

const FOLDER = join(__dirname, 'cases');

/** The process has run other tests before. */
const MOST = peak() + MOST_MEMORY;

interface Case {
  readonly target: string;
  readonly input: unknown;
}

const cases = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => [file, JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Case] as const);

test.each(cases)('%s no longer fails', async (_file, { target: name, input }) => {
  const target = TARGETS.find((each) => each.name === name)!;
  expect(await failureOf(() => target.run(input), MOST)).toBeUndefined();
});

test.each(TARGETS.map((target) => [target.name, target] as const))(
  '%s: 100 random inputs end in a verdict or in an error of ours',
  async (_name, target) => {
    for (let index = 0; index < 100; index++) {
      const input = inputAt(target, 1, index);
      expect({ input, failure: await failureOf(() => target.run(input), MOST) }).toEqual({
        input,
        failure: undefined,
      });
    }
  },
);
