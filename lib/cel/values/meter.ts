import { CelNotSupported } from '../errors';

/** How many steps one evaluation may take: about a second of work. */
const MOST_STEPS = 5_000_000;
/** What one evaluation may cost on a server (PerCallLimit, pkg/apis/cel of apiserver 1.30 to 1.37). */
const MOST_COST = 1_000_000;

let left = MOST_STEPS;
let cost = 0;

/** Thrown by an evaluation that costs too much; no part of an expression catches it. */
export class TooExpensive extends Error {}

/** Begins to count what an evaluation takes. */
export function startMeter(): void {
  left = MOST_STEPS;
  cost = 0;
}

/** Evaluates a part whose cost is counted on its own. */
export function apart<T>(evaluate: () => T): T {
  const outer = cost;
  cost = 0;
  try {
    return evaluate();
  } finally {
    cost = outer;
  }
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

/**
 * Counts what the evaluation under way costs on a server.
 *
 * @throws TooExpensive if a server would end it
 */
export function charge(units: number): void {
  cost += units;
  if (cost > MOST_COST) throw new TooExpensive();
}

/** What the last evaluation cost. */
export const evaluationCost = (): number => cost;
