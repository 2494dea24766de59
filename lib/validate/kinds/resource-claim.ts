import { CLAIM_SPEC_DROPS } from './shared/resource-claim-spec';
import type { AnyObject, Strategy } from './strategy';

interface ResourceClaim extends AnyObject {
  readonly spec?: object;
}

export const RESOURCE_CLAIM: Strategy<ResourceClaim> = {
  apiVersion: 'resource.k8s.io/v1',
  kind: 'ResourceClaim',

  dropDisabledFields({ spec }, at) {
    if (spec) CLAIM_SPEC_DROPS.run(spec, at.field('spec'));
  },
};
