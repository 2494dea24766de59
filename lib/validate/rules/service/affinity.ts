import { defineRule, type Rule } from '../../rule';
import type { ServiceSpec } from '../../schema/types';

const AFFINITIES = ['ClientIP', 'None'];
const LONGEST = 86_400;

/** validateClientIPAffinityConfig, pkg/apis/core/validation 1.36: what is missing has been filled in. */
export const SESSION_AFFINITY = defineRule<Rule<ServiceSpec>>({
  id: 'service-session-affinity',
  stage: 'judge',
  mistake: 'an unknown session affinity, or one that lasts longer than a day',
  suggestion: 'use ClientIP or None, and a timeout of 1 to 86400 seconds',
  judge({ sessionAffinity = '', sessionAffinityConfig }, at) {
    if (!AFFINITIES.includes(sessionAffinity)) {
      at.field('sessionAffinity').notSupported(sessionAffinity, AFFINITIES);
    }
    if (sessionAffinity !== 'ClientIP') return;
    const seconds = sessionAffinityConfig!.clientIP!.timeoutSeconds!;
    if (seconds > 0 && seconds <= LONGEST) return;
    at.field('sessionAffinityConfig', 'clientIP', 'timeoutSeconds').invalid(
      seconds,
      `must be greater than 0 and less than ${LONGEST}`,
      { suggestion: `use 1 to ${LONGEST} seconds` },
    );
  },
});
