import { performance } from 'node:perf_hooks';
import { type Failure, failureOf } from './failure';
import { minimised } from './minimise';
import { Random } from './random';
import type { Target } from './target';
import { Watchdog } from './watchdog';

/** Failures of one target after which it is left alone. */
const MOST_FAILURES = 20;

export interface Failed {
  readonly target: Target;
  readonly index: number;
  readonly input: unknown;
  readonly failure: Failure;
}

/** What came of fuzzing one target. */
export interface Session {
  readonly inputs: number;
  /** Milliseconds that the slowest input took. */
  readonly longest: number;
  readonly failures: readonly Failed[];
}

/** The input of a number: it is the same for the same seed. */
export const inputAt = (target: Target, seed: number, index: number) => target.make(Random.of(seed, index));

/** Carries out inputs of a target until the time is over; what fails is made small. */
export async function fuzzed(target: Target, seed: number, seconds: number, how: string): Promise<Session> {
  const watchdog = new Watchdog(how);
  const found = new Map<string, Failed>();
  const end = performance.now() + seconds * 1_000;
  let [index, longest] = [0, 0];
  for (let now = performance.now(); now < end && found.size < MOST_FAILURES; index++) {
    watchdog.starts(index);
    const input = inputAt(target, seed, index);
    const start = performance.now();
    const failure = await failureOf(() => target.run(input));
    now = performance.now();
    longest = Math.max(longest, now - start);
    if (failure && !found.has(signature(failure))) {
      found.set(signature(failure), { target, index, input, failure });
    }
  }
  await watchdog.stop();
  const failures: Failed[] = [];
  for (const failed of found.values()) failures.push(await smallest(failed));
  return { inputs: index, longest, failures };
}

/** What two failures of one cause have in common. */
function signature({ kind, text }: Failure): string {
  return kind === 'exception'
    ? text
        .split('\n')
        .slice(0, 2)
        .join('\n')
        .replace(/\(.*\/|"[^"]*"|\d+n?/g, '')
    : kind;
}

/** Time and memory are another matter the second time: only exceptions are made small. */
async function smallest(failed: Failed): Promise<Failed> {
  const { target, input, failure } = failed;
  if (failure.kind !== 'exception') return failed;
  const isFailing = async (smaller: unknown) => {
    const other = await failureOf(() => target.run(smaller));
    return other !== undefined && signature(other) === signature(failure);
  };
  return { ...failed, input: await minimised(input, isFailing) };
}
