import { Drops, nested } from '../gates/drop';
import type { Rule } from '../rule';
import { warnOfAddress, ADDRESS_FORM } from '../warnings/addresses';
import type { AnyObject, Strategy } from './strategy';
import { DEPRECATED_FIELD } from '../warnings/deprecated-field';

interface EndpointSlice extends AnyObject {
  readonly addressType?: string;
  readonly endpoints?: readonly { readonly addresses?: readonly string[] }[];
}

const MANAGER = 'endpointslice.kubernetes.io/managed-by';
const CONTROLLERS = ['endpointslice-controller.k8s.io', 'endpointslicemirroring-controller.k8s.io'];

export const ENDPOINT_SLICE: Strategy<EndpointSlice> = {
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  generationSince: 0,

  /** dropDisabledFieldsOnCreate, pkg/registry/discovery/endpointslice 1.33 to 1.36. */
  dropDisabledFields: (slice, at) => DROPS.run(slice, at),

  /** WarningsOnCreate, pkg/registry/discovery/endpointslice 1.30 to 1.36. */
  warn({ metadata, addressType, endpoints = [] }, at) {
    if (addressType === 'FQDN') at.field('addressType').apply(FQDN, undefined);
    if (CONTROLLERS.includes(metadata?.labels?.[MANAGER] ?? '')) return;
    endpoints.forEach(({ addresses = [] }, index) =>
      at.field('endpoints').index(index).field('addresses').apply(ADDRESSES, addresses),
    );
  },
};

const DROPS = new Drops<EndpointSlice>([
  nested('PreferSameTrafficDistribution', 'endpoints.*.hints.forNodes'),
]);

/** The server names a field that there is not. */
const FQDN: Rule<undefined> = {
  id: DEPRECATED_FIELD.id,
  judge: (_, at) => at.warn('spec.addressType: FQDN endpoints are deprecated'),
};

const ADDRESSES: Rule<readonly string[]> = {
  id: ADDRESS_FORM.id,
  judge: (addresses, at) => addresses.forEach((address, index) => warnOfAddress(address, at.index(index))),
};
