import { CelNotSupported } from '../errors';

/** How many steps one evaluation may take: about a second of work. */
const MOST_STEPS = 5_000_000;

let left = MOST_STEPS;

/** Begins to count the steps of an evaluation. */
export function startMeter(): void {
  left = MOST_STEPS;
}

/**
 * Counts steps of the evaluation under way.
 *
 * @throws CelNotSupported if they are too many
 */
export function spend(steps: number): void {
  left -= steps;
  if (left < 0) throw new CelNotSupported('the expression', 'takes too many steps');
}
