import { defineRule, type Rule } from '../../rule';
import type { LeaseSpec } from '../../schema/types';

/** ValidateLeaseSpec, pkg/apis/coordination/validation 1.36; what a gate drops that is off is not judged. */
export const LEASE_SPEC = defineRule<Rule<LeaseSpec>>({
  id: 'lease-spec',
  stage: 'judge',
  mistake: 'a Lease with a duration of 0 or less, or a negative count of transitions',
  suggestion: 'use a duration of at least one second, and a count of at least 0',
  judge({ leaseDurationSeconds, leaseTransitions }, at) {
    if (leaseDurationSeconds !== undefined && leaseDurationSeconds <= 0) {
      at.field('leaseDurationSeconds').invalid(leaseDurationSeconds, 'must be greater than 0');
    }
    if (leaseTransitions !== undefined && leaseTransitions < 0) {
      at.field('leaseTransitions').invalid(leaseTransitions, 'must be greater than or equal to 0');
    }
  },
});
