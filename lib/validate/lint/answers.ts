import type { LintedPod, Predicate } from './pod';

/** Asks each predicate at most once about a Pod. */
export class Answers {
  /** Has its full length from the beginning: growing it shows in the time that a Pod takes. */
  private readonly known: (boolean | undefined)[];

  /** @param predicates all that can be asked about, each by its index */
  constructor(
    private readonly pod: LintedPod,
    private readonly predicates: readonly Predicate[],
  ) {
    this.known = predicates.map(unasked);
  }

  /** Whether all of some predicates hold, given by their indexes. */
  hold(indexes: readonly number[]): boolean {
    for (const index of indexes) {
      if (!(this.known[index] ??= this.predicates[index](this.pod))) return false;
    }
    return true;
  }
}

const unasked = () => undefined;
