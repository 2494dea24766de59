import type { Rule } from '../rule';
import { warnOfAddress, ADDRESS_FORM } from '../warnings/addresses';
import type { AnyObject, Strategy } from './strategy';

type Addresses = readonly { readonly ip?: string }[];

interface Endpoints extends AnyObject {
  readonly subsets?: readonly {
    readonly [field in 'addresses' | 'notReadyAddresses']?: Addresses;
  }[];
}

export const ENDPOINTS: Strategy<Endpoints> = {
  apiVersion: 'v1',
  kind: 'Endpoints',
  deprecated: { since: 33, instead: 'discovery.k8s.io/v1 EndpointSlice' },

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

const ADDRESSES: Rule<Addresses> = {
  id: ADDRESS_FORM.id,
  judge: (addresses, at) =>
    addresses.forEach(({ ip = '' }, index) => warnOfAddress(ip, at.index(index).field('ip'))),
};
