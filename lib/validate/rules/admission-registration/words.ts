import type { Field } from '../../field';

/** Words that fields of admissionregistration.k8s.io know, in the order of a server's messages. */
export const FAILURE_POLICIES = ['Fail', 'Ignore'];
export const MATCH_POLICIES = ['Equivalent', 'Exact'];
export const REINVOCATION_POLICIES = ['IfNeeded', 'Never'];
export const SIDE_EFFECTS = ['None', 'NoneOnDryRun'];
export const SCOPES = ['*', 'Cluster', 'Namespaced'];
export const OPERATIONS = ['*', 'CONNECT', 'CREATE', 'DELETE', 'UPDATE'];

/** A word of which an empty one is unknown, too; none at all is accepted. */
export function judgeWord(word: string | undefined, known: readonly string[], at: Field): void {
  if (word !== undefined && !known.includes(word)) at.notSupported(word, known);
}
