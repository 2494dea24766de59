import { defineRule, type Rule } from '../rule';

/** A number that may be 0 and not less: ValidateNonnegativeField, apimachinery 1.36. */
export const COUNT = defineRule<Rule<number | undefined>>({
  id: 'non-negative',
  stage: 'judge',
  mistake: 'a negative number where none is allowed',
  suggestion: 'use 0 or more',
  judge(value, at) {
    if (value !== undefined && value < 0) {
      at.invalid(value, 'must be greater than or equal to 0', { suggestion: 'use 0 or more' });
    }
  },
});
