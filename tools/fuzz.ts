import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Failure, failureOf } from './fuzz/failure';
import { minimised } from './fuzz/minimise';
import { Random } from './fuzz/random';
import type { Target } from './fuzz/target';
import { TARGETS } from './fuzz/targets';

/*
 * npm run fuzz -- [--seconds=60] [--seed=N] [--only=TEXT] [--keep]
 *
 * Throws random input at everything that takes input from users. An input fails if a raw exception or an
 * internal error comes out, or if it takes more than two seconds. Failures are made small and printed; with
 * --keep they become cases of test/fuzz/cases, which `npm test` replays.
 */

const CASES = join(__dirname, '../test/fuzz/cases');

/** Failures of one target after which it is left alone. */
const MOST_FAILURES = 20;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string' },
    only: { type: 'string', default: '' },
    keep: { type: 'boolean', default: false },
  },
});

interface Failed {
  readonly target: Target;
  readonly input: unknown;
  readonly failure: Failure;
}

async function main(): Promise<void> {
  const seed = Number(values.seed ?? Date.now() % 2 ** 31);
  const targets = TARGETS.filter(({ name }) => name.includes(values.only));
  console.log(`seed ${seed}`);
  const failures: Failed[] = [];
  for (const target of targets) {
    failures.push(...(await fuzzed(target, seed, Number(values.seconds) / targets.length)));
  }
  console.log(`memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB at most`);
  for (const failed of failures) report(failed);
  process.exitCode = failures.length ? 1 : 0;
}

async function fuzzed(target: Target, seed: number, seconds: number): Promise<Failed[]> {
  const random = new Random(seed);
  const found = new Map<string, Failed>();
  const end = Date.now() + seconds * 1_000;
  let count = 0;
  for (; Date.now() < end && found.size < MOST_FAILURES; count++) {
    const input = target.make(random);
    const failure = await failureOf(() => target.run(input));
    if (failure && !found.has(signature(failure))) found.set(signature(failure), { target, input, failure });
  }
  console.log(`${target.name}: ${count} inputs, ${found.size} failures`);
  const failures: Failed[] = [];
  for (const failed of found.values()) failures.push(await smallest(failed));
  return failures;
}

/** What two failures of one cause have in common. */
const signature = ({ kind, text }: Failure) => (kind === 'slow' ? kind : text.replace(/\(.*\/|\d+ ms/g, ''));

async function smallest({ target, input, failure }: Failed): Promise<Failed> {
  const isFailing = async (smaller: unknown) => {
    const other = await failureOf(() => target.run(smaller));
    return other !== undefined && signature(other) === signature(failure);
  };
  return { target, input: failure.kind === 'slow' ? input : await minimised(input, isFailing), failure };
}

function report({ target, input, failure }: Failed): void {
  const json = JSON.stringify(input);
  console.log(
    `\n${target.name}: ${failure.kind}\n  ${json.slice(0, 2_000)}\n  ${failure.text.replaceAll('\n', '\n  ')}`,
  );
  if (!values.keep) return;
  mkdirSync(CASES, { recursive: true });
  const name = `${target.name.toLowerCase().replaceAll(' ', '-')}-${createHash('sha256').update(json).digest('hex').slice(0, 10)}.json`;
  writeFileSync(join(CASES, name), `${JSON.stringify({ target: target.name, input }, null, 2)}\n`);
}

void main();
