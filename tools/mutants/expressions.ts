import type { RecordedCase, Verdict } from '../../test/support/recorded';
import { compare, type Comparison } from '../parity/compare';

/** What servers say of an expression in CEL that they cannot compile, or take to be too slow. */
const OF_COMPILER = /compilation failed|must evaluate to|cost exceeds budget/;

/** Whether the verdicts differ only in what a compiler of CEL finds, and we say that we do not judge it. */
export function differsInExpressions(asked: RecordedCase, { coverage, minor, ours }: Comparison): boolean {
  const { causes = [] } = asked.verdict;
  const said = new Set(ours.causes.map(({ message }) => message));
  const others = causes.filter(([, , message]) => said.has(message) || !OF_COMPILER.test(message));
  if (coverage !== 'rules' || others.length === causes.length) return false;
  const verdict: Verdict = others.length
    ? { ...asked.verdict, causes: others }
    : { ok: true, reason: '', message: '' };
  const { messages, warnings } = compare({ ...asked, verdict }, minor).equal;
  // A server has no warnings of an object that it refuses.
  return messages && (verdict.ok || warnings);
}

/** Whether a server refuses an object only for what other objects it has. */
export const differsInState = ({ recorded, ours }: Comparison): boolean =>
  ours.ok && ['AlreadyExists', 'NotFound'].includes(recorded.reason ?? '');
