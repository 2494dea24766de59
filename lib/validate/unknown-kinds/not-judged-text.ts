/**
 * How much was judged: nothing beyond apiVersion and kind; the Pods in a custom resource; fields, types and
 * metadata; or the rules of the kind, too, but not the CEL expressions of the object.
 */
export type Coverage = 'none' | 'pods' | 'partial' | 'rules';

/** What a note on a kind says: how much was judged, or that its CustomResourceDefinition is not known. */
export type NoteSort = Coverage | 'undefined';

/** The sorts of notes, in the order in which they are shown. */
export const NOTE_SORTS: readonly NoteSort[] = ['partial', 'rules', 'pods', 'none', 'undefined'];

/** What is not known of some kinds, in words. */
export function notJudgedText(kinds: string, coverage: NoteSort, several = false): string {
  const their = several ? 'their' : 'its';
  switch (coverage) {
    case 'rules':
      return `the CEL expressions of ${kinds} are not validated`;
    case 'partial':
      return `only fields, types and metadata of ${kinds} are validated: ${their} own rules are not implemented`;
    case 'pods':
      return `only the Pods of ${kinds} are validated: ${specify(their, several)}`;
    case 'undefined':
      return `${kinds} ${several ? 'are' : 'is'} not validated: ${specify(their, several)}`;
    case 'none':
      return `${kinds} ${several ? 'are' : 'is'} not validated: ${their} fields are unknown`;
  }
}

const specify = (their: string, several: boolean) =>
  `specify ${their} CustomResourceDefinition${several ? 's' : ''} with --crd`;

/** Whether something was judged, but not everything. */
export const isPartly = (coverage: Coverage | undefined): boolean =>
  coverage !== undefined && coverage !== 'none';

/** Whether a finding only says how much was judged, and has not been given another level. */
export const isNote = ({ level, rule }: { readonly level: string; readonly rule: string }) =>
  level === 'info' && NOTES.has(rule);

const NOTES: ReadonlySet<string> = new Set(['kind-not-judged', 'unknown-kind']);
