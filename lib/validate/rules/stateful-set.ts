import { among } from '../among';
import { named } from '../../go/value';
import { defineRule, type Rule } from '../rule';
import type { StatefulSetPersistentVolumeClaimRetentionPolicy } from '../schema/types';
import { dnsLabel } from '../../apimachinery/dns';

/** In which order Pods come and go: ValidateStatefulSetSpec, pkg/apis/apps/validation 1.36. */
export const POD_MANAGEMENT = defineRule<Rule<string | undefined>>({
  id: 'stateful-set-pod-management',
  stage: 'judge',
  mistake: 'an unknown `podManagementPolicy`',
  suggestion: 'use OrderedReady or Parallel',
  judge(policy, at) {
    if (!policy) {
      at.required();
    } else if (!POLICIES.includes(policy)) {
      at.invalid(named(policy), "must be 'OrderedReady' or 'Parallel'", among(policy, POLICIES));
    }
  },
});

const POLICIES = ['OrderedReady', 'Parallel'];

/** ValidatePersistentVolumeClaimRetentionPolicy, 1.36. */
export const CLAIM_RETENTION = defineRule<Rule<StatefulSetPersistentVolumeClaimRetentionPolicy>>({
  id: 'stateful-set-claim-retention',
  stage: 'judge',
  mistake: 'an unknown retention policy for claims',
  suggestion: 'use Retain or Delete',
  judge(policy, at) {
    for (const when of ['whenDeleted', 'whenScaled'] as const) {
      if (!RETENTIONS.includes(policy[when] ?? '')) {
        at.field(when).notSupported(named(policy[when]), RETENTIONS);
      }
    }
  },
});

const RETENTIONS = ['Retain', 'Delete'];

/** A service that need not be there, with a name that can be one; up to 1.32 any name passes. */
export const SERVICE_NAME = defineRule<Rule<string | undefined>>({
  id: 'stateful-set-service-name',
  stage: 'judge',
  mistake: 'a `serviceName` that is not a DNS label',
  suggestion: 'set the name of the headless Service',
  judge(name, at) {
    if (name && at.minor >= 33) {
      at.invalidEach(name, dnsLabel(name), { suggestion: 'set the name of the headless Service' });
    }
  },
});
