import { cidrFamily, legacyCidr } from '../../../apimachinery/ip';
import { strings } from '../../../go/format';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { NodeSpec } from '../../schema/types';

/**
 * The ranges of a Node's Pods, and whether they are that of the older field
 * (Convert_v1_NodeSpec_To_core_NodeSpec, pkg/apis/core/v1 1.36).
 */
export function podRanges({ podCIDR, podCIDRs = [] }: NodeSpec): PodRanges {
  const isSingle = Boolean(podCIDR) && podCIDRs[0] !== podCIDR;
  return { ranges: isSingle ? [podCIDR!] : podCIDRs, isSingle };
}

interface PodRanges {
  readonly ranges: readonly string[];
  readonly isSingle: boolean;
}

/** Visits each range, shown where the manifest has it. */
export function visitPodRanges(spec: NodeSpec, at: Field, visit: (range: string, at: Field) => void): void {
  const { ranges, isSingle } = podRanges(spec);
  ranges.forEach((range, index) => {
    const place = at.field('podCIDRs').index(index);
    visit(range, isSingle ? place.shownAt(at.field('podCIDR')) : place);
  });
}

/** One for each IP family: ValidateNode, pkg/apis/core/validation 1.30 to 1.36. */
export const POD_RANGES = defineRule<Rule<NodeSpec>>({
  id: 'node-pod-ranges',
  stage: 'judge',
  mistake: 'a Pod range of a Node that is not a CIDR, or several of one IP family',
  suggestion: 'use at most one IPv4 and one IPv6 range',
  judge(spec, at) {
    visitPodRanges(spec, at, (range, place) => place.invalidEach(range, legacyCidr(range, at.minor)));
    const { ranges } = podRanges(spec);
    if (ranges.length > 1) judgeFamilies(ranges, at.field('podCIDRs'));
  },
});

function judgeFamilies(ranges: readonly string[], at: Field): void {
  const families = ranges.map(cidrFamily);
  const broken = families.indexOf(undefined);
  if (broken >= 0) {
    at.internalError(
      `invalid PodCIDRs. failed to check with dual stack with error:invalid CIDR[${broken}]: <nil> (invalid CIDR address: ${ranges[broken]})`,
      { follows: [at.index(broken)] },
    );
  }
  if (broken >= 0 || new Set(families).size < 2 || ranges.length > 2) {
    at.invalid(strings(ranges), 'may specify no more than one CIDR for each IP family');
  }
  if (at.minor < 33) {
    ranges.forEach((range, index) => {
      if (ranges.indexOf(range) < index) at.index(index).duplicate(range);
    });
  }
}
