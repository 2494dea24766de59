import { ADMIN_ACCESS } from '../rules/dynamic-resources/admin-access';
import { DEVICE_CLAIM } from '../rules/dynamic-resources/claim';
import { CLAIM_TEMPLATE_METADATA } from '../rules/dynamic-resources/template';
import type { ResourceClaimTemplate } from '../schema/types';
import { CLAIM_SPEC_DROPS, defaultClaimRequests } from './shared/resource-claim-spec';
import type { Strategy } from './strategy';

/** What is not judged of a ResourceClaim is not judged here, either. */
export const RESOURCE_CLAIM_TEMPLATE: Strategy<ResourceClaimTemplate> = {
  apiVersion: 'resource.k8s.io/v1',
  kind: 'ResourceClaimTemplate',

  dropDisabledFields({ spec }, at) {
    if (spec?.spec) CLAIM_SPEC_DROPS.run(spec.spec, at.field('spec', 'spec'));
  },

  applyDefaults: ({ spec }) => defaultClaimRequests(spec?.spec ?? {}),

  /** ValidateResourceClaimTemplate, pkg/apis/resource/validation 1.36. */
  validate({ metadata, spec = {} }, at) {
    const { devices = {} } = spec.spec ?? {};
    const place = at.field('spec', 'spec', 'devices');
    const subject = { requests: devices.requests ?? [], namespace: metadata?.namespace };
    place.field('requests').apply(ADMIN_ACCESS, subject);
    at.field('spec', 'metadata').apply(CLAIM_TEMPLATE_METADATA, spec.metadata ?? {});
    place.apply(DEVICE_CLAIM, devices);
  },
};
