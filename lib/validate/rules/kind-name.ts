import { dns1035Label } from '../../apimachinery/dns';
import type { Field } from '../field';

/** What several validations of a server ask of the name of a kind: a DNS-1035 label but for capitals. */
export function judgeKindName(kind: string, at: Field): void {
  const problems = dns1035Label(kind.toLowerCase());
  if (problems.length) {
    at.invalid(kind, `may have mixed case, but should otherwise match: ${problems.join(',')}`);
  }
}
