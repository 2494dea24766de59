import { countBelow } from '../../manifest/count-below';
import type { RawFinding } from '../collector';
import { isBelow, type LocatedFinding } from './suppression';
import type { SuppressionUse } from './used';

/** A finding, and the first of the suppressions that it falls to. */
export interface Matched {
  readonly finding: LocatedFinding;
  by?: SuppressionUse;
}

/**
 * Matches the findings of one manifest with its annotations: for each rule there are only as many as places
 * to put one.
 */
export function matchAnnotations(
  findings: readonly LocatedFinding[],
  annotations: readonly SuppressionUse[],
): Matched[] {
  const byRule = grouped(annotations, ({ wish }) => wish.rule);
  return findings.map((finding): Matched => {
    const { raw } = finding;
    const meant = (byRule.get(raw.rule) ?? []).filter(
      ({ wish: { covers } }) => 'below' in covers && isBelow(raw.path, covers.below),
    );
    if (maySuppress(raw)) for (const annotation of meant) annotation.used = true;
    else for (const annotation of meant) annotation.refused = true;
    return { finding, by: maySuppress(raw) ? meant[0] : undefined };
  });
}

/** Matches the findings of one document with its comments, each of which is about a range of the text. */
export function matchComments(all: readonly Matched[], comments: readonly SuppressionUse[]): void {
  const byRule = grouped(comments, ({ wish }) => wish.rule);
  const located = all.filter(({ finding: { raw, offset } }) => offset !== undefined && byRule.has(raw.rule));
  for (const [rule, found] of grouped(located, ({ finding }) => finding.raw.rule)) {
    const free = new InOrder(found.filter(({ finding }) => maySuppress(finding.raw)));
    const refused = new InOrder(found.filter(({ finding }) => !maySuppress(finding.raw)));
    for (const comment of byRule.get(rule)!) {
      const { covers } = comment.wish;
      if (!('start' in covers)) continue;
      comment.used ||= free.has(covers.start, covers.end);
      comment.refused ||= refused.has(covers.start, covers.end);
      for (const matched of free.take(covers.start, covers.end)) matched.by ??= comment;
    }
  }
}

/** Whether no server refuses a manifest for it; a custom resource is unknown to us alone. */
const maySuppress = ({ rule, reason, uncertain }: RawFinding) =>
  uncertain || (reason === undefined && rule !== 'internal-error');

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Findings in the order of the text, of which ranges are taken away. */
class InOrder {
  private readonly found: readonly Matched[];
  private readonly offsets: readonly number[];
  /** For each finding the next one, itself included, that has not been taken: or one on the way there. */
  private readonly next: Int32Array;

  constructor(found: readonly Matched[]) {
    this.found = [...found].sort((a, b) => a.finding.offset! - b.finding.offset!);
    this.offsets = this.found.map(({ finding }) => finding.offset!);
    this.next = Int32Array.from({ length: found.length + 1 }, (_, index) => index);
  }

  has(start: number, end: number): boolean {
    return this.offsets[countBelow(this.offsets, start)] < end;
  }

  /** What is in a range and has not been taken before. */
  *take(start: number, end: number): Generator<Matched> {
    const last = countBelow(this.offsets, end);
    for (let at = this.free(countBelow(this.offsets, start)); at < last; at = this.free(at)) {
      yield this.found[at];
      this.next[at] = at + 1;
    }
  }

  private free(from: number): number {
    let at = from;
    while (this.next[at] !== at) {
      this.next[at] = this.next[this.next[at]];
      at = this.next[at];
    }
    return at;
  }
}
