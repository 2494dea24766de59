import type { Finding } from '../finding';

/**
 * How much was judged: nothing beyond apiVersion and kind; fields, types and metadata; or the rules of the
 * kind, too, but not the CEL expressions of the object.
 */
export type Coverage = 'none' | 'partial' | 'rules';

/** What is not known of some kinds, in words. */
export function notJudgedText(kinds: string, coverage: Coverage, several = false): string {
  const their = several ? 'their' : 'its';
  switch (coverage) {
    case 'rules':
      return `the CEL expressions of ${kinds} are not validated`;
    case 'partial':
      return `only fields, types and metadata of ${kinds} are validated: ${their} own rules are not implemented`;
    case 'none':
      return `${kinds} ${several ? 'are' : 'is'} not validated: ${their} fields are unknown`;
  }
}

/** Whether something was judged, but not everything. */
export const isPartly = (coverage: Coverage | undefined): boolean =>
  coverage === 'partial' || coverage === 'rules';

/** Whether a finding only says how much was judged, and has not been given another level. */
export const isNote = ({ level, rule }: Finding) => level === 'info' && rule === 'kind-not-judged';
