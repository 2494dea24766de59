import { ADMIN_ACCESS } from '../rules/dynamic-resources/admin-access';
import { DEVICE_CLAIM } from '../rules/dynamic-resources/claim';
import type { ResourceV1ResourceClaim } from '../schema/types';
import { CLAIM_SPEC_DROPS, defaultClaimRequests } from './shared/resource-claim-spec';
import type { Strategy } from './strategy';

/** CEL expressions are not compiled. */
export const RESOURCE_CLAIM: Strategy<ResourceV1ResourceClaim> = {
  apiVersion: 'resource.k8s.io/v1',
  kind: 'ResourceClaim',

  dropDisabledFields({ spec }, at) {
    if (spec) CLAIM_SPEC_DROPS.run(spec, at.field('spec'));
  },

  applyDefaults: ({ spec = {} }) => defaultClaimRequests(spec),

  /** ValidateResourceClaim, pkg/apis/resource/validation 1.36. */
  validate({ metadata, spec }, at) {
    const { devices = {} } = spec ?? {};
    const place = at.field('spec', 'devices');
    const subject = { requests: devices.requests ?? [], namespace: metadata?.namespace };
    place.field('requests').apply(ADMIN_ACCESS, subject);
    place.apply(DEVICE_CLAIM, devices);
  },
};
