import { defineRule, type Rule } from '../../rule';
import { judgeEndpointIp, judgeLegacyIp } from '../addresses';

/** Part of validateService, pkg/apis/core/validation 1.36. */
export const EXTERNAL_IPS = defineRule<Rule<readonly string[]>>({
  id: 'service-external-ips',
  stage: 'judge',
  mistake: 'an external IP of a Service that is not an address, or one that no other host can reach',
  suggestion: 'use an address that is routed to a node',
  judge: (addresses, at) =>
    addresses.forEach((address, index) => {
      const place = at.index(index);
      if (!place.reports(() => judgeLegacyIp(address, place))) judgeEndpointIp(address, place);
    }),
});
