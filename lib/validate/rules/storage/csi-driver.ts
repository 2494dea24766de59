import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { CSIDriverSpec } from '../../schema/types';
import { CSI_TOKEN_REQUESTS } from './token-requests';

const GROUP_POLICIES = ['File', 'None', 'ReadWriteOnceWithFSType'];
const LIFECYCLE_MODES = ['Persistent', 'Ephemeral'];
const SHORTEST_PERIOD = 10;

/** validateCSIDriverSpec, pkg/apis/storage/validation 1.36. */
export const CSI_DRIVER_RULES = defineRule<Rule<CSIDriverSpec>>({
  id: 'csi-driver',
  stage: 'judge',
  mistake: 'a CSIDriver with an unknown group policy or lifecycle mode, or an update period below 10 seconds',
  suggestion: 'use one of the supported values',
  judge(spec, at) {
    const { fsGroupPolicy, volumeLifecycleModes = [], tokenRequests = [] } = spec;
    if (fsGroupPolicy !== undefined && !GROUP_POLICIES.includes(fsGroupPolicy)) {
      at.field('fsGroupPolicy').notSupported(fsGroupPolicy, GROUP_POLICIES);
    }
    at.field('tokenRequests').apply(CSI_TOKEN_REQUESTS, tokenRequests);
    judgeModes(volumeLifecycleModes, at.field('volumeLifecycleModes'));
    judgePeriod(spec.nodeAllocatableUpdatePeriodSeconds, at.field('nodeAllocatableUpdatePeriodSeconds'));
    if (spec.serviceAccountTokenInSecrets !== undefined && !tokenRequests.length) {
      at.field('serviceAccountTokenInSecrets').invalid(
        spec.serviceAccountTokenInSecrets,
        'serviceAccountTokenInSecrets is set but no tokenRequests are specified',
        { suggestion: 'remove it, or add tokenRequests' },
      );
    }
  },
});

/** The server names the list, not the item. */
function judgeModes(modes: readonly string[], at: Field): void {
  modes.forEach((mode, index) => {
    if (!LIFECYCLE_MODES.includes(mode)) {
      at.shownAt(at.index(index)).notSupported(mode, LIFECYCLE_MODES);
    }
  });
}

function judgePeriod(seconds: number | bigint | undefined, at: Field): void {
  if (seconds !== undefined && seconds < SHORTEST_PERIOD) {
    at.invalid(seconds, 'must be greater than or equal to 10 seconds', { suggestion: 'use 10 or more' });
  }
}
