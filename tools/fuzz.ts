import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { failureOf, mebibytes, peak } from './fuzz/failure';
import { type Failed, fuzzed, inputAt } from './fuzz/session';
import type { Target } from './fuzz/target';
import { TARGETS } from './fuzz/targets';
import { MOST_MEMORY } from './fuzz/watchdog';

/*
 * npm run fuzz -- [--seconds=60] [--seed=N] [--only=TEXT] [--input=N] [--keep]
 *
 * Throws random input at everything that takes input from users. An input fails if a raw exception or an
 * internal error comes out, if it takes more than two seconds, or if the process grows beyond 1 GiB. Failures
 * are made small and printed with the command that repeats them, which --input does; with --keep they become
 * cases of test/fuzz/cases, which `npm test` replays.
 */

const CASES = join(__dirname, '../test/fuzz/cases');

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string' },
    only: { type: 'string', default: '' },
    input: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});

const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const targets = TARGETS.filter(({ name }) => name.includes(values.only));

const howTo = ({ name }: Target) => `npm run fuzz -- --seed=${seed} --only="${name}"`;

async function main(): Promise<void> {
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed is ${values.seed}: give an integer`);
  if (!targets.length) {
    throw new Error(`--only=${values.only} names none of: ${TARGETS.map(({ name }) => name).join(', ')}`);
  }
  if (values.input === undefined) await fuzzAll(Number(values.seconds) / targets.length);
  else await repeat(Number(values.input));
}

async function fuzzAll(seconds: number): Promise<void> {
  console.log(`seed ${seed}`);
  let [total, failed] = [0, 0];
  for (const target of targets) {
    const { inputs, longest, failures } = await fuzzed(target, seed, seconds, howTo(target));
    console.log(
      `${target.name}: ${inputs} inputs, ${failures.length} failures, ${Math.round(longest)} ms at most, ${mebibytes(peak())}`,
    );
    for (const failure of failures) report(failure);
    total += inputs;
    failed += failures.length;
  }
  console.log(`${total} inputs, ${failed} failures, seed ${seed}, memory: ${mebibytes(peak())} at most`);
  if (failed || peak() > MOST_MEMORY) process.exitCode = 1;
}

function report({ target, index, input, failure }: Failed): void {
  const json = JSON.stringify(input);
  console.log(
    `\n${target.name}: ${failure.kind}\n  ${json.slice(0, 2_000)}\n  ${failure.text.replaceAll('\n', '\n  ')}`,
  );
  console.log(`  to repeat it: ${howTo(target)} --input=${index}\n`);
  if (!values.keep) return;
  mkdirSync(CASES, { recursive: true });
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 10);
  const name = `${target.name.toLowerCase().replaceAll(' ', '-')}-${hash}.json`;
  writeFileSync(join(CASES, name), `${JSON.stringify({ target: target.name, input }, null, 2)}\n`);
}

/** Carries out one input of each target as it is. */
async function repeat(index: number): Promise<void> {
  for (const target of targets) {
    const input = inputAt(target, seed, index);
    console.log(`${target.name}: ${JSON.stringify(input)}`);
    const failure = await failureOf(() => target.run(input));
    console.log(failure ? `${failure.kind}: ${failure.text}` : 'does not fail');
    if (failure) process.exitCode = 1;
  }
}

void main();
