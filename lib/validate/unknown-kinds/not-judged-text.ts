import type { Finding } from '../finding';

/** How much was judged: nothing beyond apiVersion and kind, or fields, types and metadata alone. */
export type Coverage = 'none' | 'partial';

/** What is not known of some kinds, in words. */
export const notJudgedText = (kinds: string, coverage: Coverage, several = false): string =>
  coverage === 'partial'
    ? `only fields, types and metadata of ${kinds} are validated: ${several ? 'their' : 'its'} own rules are not implemented`
    : `${kinds} ${several ? 'are' : 'is'} not validated: ${several ? 'their' : 'its'} fields are unknown`;

/** Whether a finding only says how much was judged, and has not been given another level. */
export const isNote = ({ level, rule }: Finding) => level === 'info' && rule === 'kind-not-judged';
