import { type Outcome, type Result, RESULTS } from './outcome';

/** How often following suggestions of one form ended in each way. */
export interface Tally {
  readonly shape: string;
  readonly counts: Readonly<Record<Result, number>>;
  /** How often the manifest was then what it was before the mistake, of those where that is known. */
  readonly restored: number;
  readonly known: number;
  readonly failures: readonly Outcome[];
}

/** The best that one of the changes that a suggestion offers leads to. */
export const bestOf = ({ results }: Outcome): Result => RESULTS.find((result) => results.includes(result))!;

/** By the form of the suggestion, the most frequent first. */
export function tally(outcomes: readonly Outcome[]): Tally[] {
  const shapes = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    if (outcome.shape === undefined) continue;
    const name = `${outcome.shape}${outcome.results.length > 1 ? ' (choice)' : ''}`;
    shapes.set(name, [...(shapes.get(name) ?? []), outcome]);
  }
  return [...shapes]
    .map(([shape, all]) => ({
      shape,
      counts: countsOf(all),
      restored: all.filter(({ restored }) => restored).length,
      known: all.filter(({ restored }) => restored !== undefined).length,
      failures: all.filter((outcome) => bestOf(outcome) !== 'gone'),
    }))
    .sort((one, other) => total(other) - total(one));
}

function countsOf(outcomes: readonly Outcome[]): Record<Result, number> {
  const counts = { gone: 0, hidden: 0, other: 0, stays: 0, lost: 0 };
  for (const outcome of outcomes) counts[bestOf(outcome)]++;
  return counts;
}

/** How many suggestions were followed. */
export const total = ({ counts }: Tally) => RESULTS.reduce((sum, result) => sum + counts[result], 0);

/** The share of what was followed after which the finding is gone and no other has appeared: 0 to 1. */
export function shareGone(tallies: readonly Tally[]): number {
  const gone = tallies.reduce((sum, { counts }) => sum + counts.gone, 0);
  return gone / tallies.reduce((sum, one) => sum + total(one), 0);
}
