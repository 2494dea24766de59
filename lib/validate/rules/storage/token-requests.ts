import { defineRule, type Rule } from '../../rule';
import type { TokenRequest } from '../../schema/types';

const SHORTEST = 600;
const LONGEST = 2 ** 32;

/** validateTokenRequests, pkg/apis/storage/validation 1.36. */
export const CSI_TOKEN_REQUESTS = defineRule<Rule<readonly TokenRequest[]>>({
  id: 'csi-token-requests',
  stage: 'judge',
  mistake: 'two token requests of a CSIDriver for one audience, or an expiration out of range',
  suggestion: 'name each audience once; use 600 to 4294967296 seconds',
  judge(requests, at) {
    const audiences = new Set<string>();
    requests.forEach(({ audience = '', expirationSeconds: seconds }, index) => {
      const place = at.index(index);
      // Of a repeated audience, the server does not judge the rest.
      if (audiences.has(audience)) return place.field('audience').duplicate(audience);
      audiences.add(audience);
      if (seconds === undefined) return undefined;
      const expiration = place.field('expirationSeconds');
      if (seconds < SHORTEST) {
        expiration.invalid(seconds, 'may not specify a duration less than 10 minutes', {
          suggestion: 'use 600 or more',
        });
      }
      if (seconds > LONGEST) {
        expiration.invalid(seconds, 'may not specify a duration larger than 2^32 seconds', {
          suggestion: 'use at most 4294967296',
        });
      }
      return undefined;
    });
  },
});
