import { defineRule, type Rule } from '../../rule';
import type { DeviceClaim } from '../../schema/types';
import { DEVICE_CONFIGURATION } from './configuration';
import { DEVICE_CONSTRAINT, RequestNames } from './constraints';
import { judgeList, judgeSet } from './lists';
import { DEVICE_REQUEST } from './requests';
import { shownRequest } from './shown';

const LIMIT = 32;
const REQUESTS = { limit: LIMIT, unique: 'name', shown: shownRequest } as const;

/** validateDeviceClaim, pkg/apis/resource/validation 1.36. */
export const DEVICE_CLAIM = defineRule<Rule<DeviceClaim>>({
  id: 'device-claim',
  stage: 'judge',
  mistake:
    'a claim with too many or repeated requests, or with a configuration for requests that it does not have',
  suggestion: 'give each request a unique name, and list requests of the claim in `config`',
  judge({ requests = [], constraints = [], config = [] }, at) {
    const names = new RequestNames(requests);
    judgeSet(requests, REQUESTS, at.field('requests'), (request, place) =>
      place.apply(DEVICE_REQUEST, request),
    );
    judgeList(constraints, LIMIT, at.field('constraints'), (constraint, place) =>
      place.apply(DEVICE_CONSTRAINT, { constraint, names }),
    );
    judgeList(config, LIMIT, at.field('config'), ({ requests: configured = [], opaque }, place) => {
      names.judge(configured, place.field('requests'));
      place.field('opaque').apply(DEVICE_CONFIGURATION, opaque);
    });
  },
});
