import type { Rule } from '../rule';
import { warnOfAddress, ADDRESS_FORM } from '../warnings/addresses';
import { ENDPOINT_SUBSET } from '../rules/discovery/endpoints';
import type { EndpointAddress, Endpoints } from '../schema/types';
import type { Strategy } from './strategy';

export const ENDPOINTS: Strategy<Endpoints> = {
  apiVersion: 'v1',
  kind: 'Endpoints',
  deprecated: { since: 33, instead: 'discovery.k8s.io/v1 EndpointSlice' },

  /** SetDefaults_Endpoints, pkg/apis/core/v1 1.36. */
  applyDefaults({ subsets = [] }) {
    for (const { ports = [] } of subsets) for (const port of ports) port.protocol ||= 'TCP';
  },

  /** ValidateEndpointsCreate, pkg/apis/core/validation 1.36. */
  validate({ subsets = [] }, at) {
    subsets.forEach((subset, index) => at.field('subsets').index(index).apply(ENDPOINT_SUBSET, subset));
  },

  /** endpointsWarnings, pkg/registry/core/endpoint 1.33 to 1.36. */
  warn({ metadata, subsets = [] }, at) {
    if (metadata?.labels?.['endpoints.kubernetes.io/managed-by'] === 'endpoint-controller') return;
    subsets.forEach((subset, index) => {
      for (const field of ['addresses', 'notReadyAddresses'] as const) {
        const addresses = subset[field];
        if (addresses) at.field('subsets').index(index).field(field).apply(ADDRESSES, addresses);
      }
    });
  },
};

const ADDRESSES: Rule<readonly EndpointAddress[]> = {
  id: ADDRESS_FORM.id,
  judge: (addresses, at) =>
    addresses.forEach(({ ip = '' }, index) => warnOfAddress(ip, at.index(index).field('ip'))),
};
