import type { FieldPath } from './path';
import type { RuleId } from './rule-ids';
import type { Verdict } from './verdict';

export { defineRule, type OwnRule, type RuleRecord } from './rule-record';

/** One thing to judge about a part of a manifest. It reports to the verdict and has no other effect. */
export interface Rule<T> {
  /** The id of the rule's record: several functions may belong to one. */
  readonly id: RuleId;
  /** Field of the part without which there is nothing to judge, where there is one. */
  readonly field?: string;
  judge(subject: T, path: FieldPath, verdict: Verdict): void;
}
