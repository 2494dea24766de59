import type { Field } from './field';
import type { RuleId } from './rule-ids';

export { defineRule, type OwnRule, type RuleRecord } from './rule-record';

/** One thing to judge about a part of a manifest. It reports on the field, and has no other effect. */
export interface Rule<T> {
  /** The id of the rule's record: several functions may belong to one. */
  readonly id: RuleId;
  /** Field of the part without which there is nothing to judge, where there is one. */
  readonly field?: string;
  judge(subject: T, at: Field): void;
}
