import { CLAIM_SPEC_DROPS } from './shared/resource-claim-spec';
import type { AnyObject, Strategy } from './strategy';

interface ResourceClaimTemplate extends AnyObject {
  readonly spec?: { readonly spec?: object };
}

export const RESOURCE_CLAIM_TEMPLATE: Strategy<ResourceClaimTemplate> = {
  apiVersion: 'resource.k8s.io/v1',
  kind: 'ResourceClaimTemplate',

  dropDisabledFields({ spec }, at) {
    if (spec?.spec) CLAIM_SPEC_DROPS.run(spec.spec, at.field('spec', 'spec'));
  },
};
