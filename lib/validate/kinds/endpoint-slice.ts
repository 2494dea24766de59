import { Drops, nested } from '../gates/drop';
import type { Rule } from '../rule';
import { warnOfAddress, ADDRESS_FORM } from '../warnings/addresses';
import { DEPRECATED_FIELD } from '../warnings/deprecated-field';
import { judgeEndpointSlice } from '../rules/discovery/endpoint-slice';
import type { EndpointSlice } from '../schema/types';
import type { Strategy } from './strategy';

const MANAGER = 'endpointslice.kubernetes.io/managed-by';
const CONTROLLERS = ['endpointslice-controller.k8s.io', 'endpointslicemirroring-controller.k8s.io'];

export const ENDPOINT_SLICE: Strategy<EndpointSlice> = {
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  generationSince: 0,

  /** dropDisabledFieldsOnCreate, pkg/registry/discovery/endpointslice 1.33 to 1.36, and dropTopologyOnV1. */
  dropDisabledFields(slice, at) {
    DROPS.run(slice, at);
    slice.endpoints?.forEach((endpoint, index) => {
      if (endpoint.deprecatedTopology === undefined) return;
      endpoint.deprecatedTopology = undefined;
      at.field('endpoints')
        .index(index)
        .field('deprecatedTopology')
        .droppedFor('discovery.k8s.io/v1 only keeps it in old objects', 'use zone and nodeName instead');
    });
  },

  /** SetDefaults_EndpointPort, pkg/apis/discovery/v1 1.36. */
  applyDefaults({ ports = [] }) {
    for (const port of ports) {
      port.name ??= '';
      port.protocol ??= 'TCP';
    }
  },

  validate: judgeEndpointSlice,

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
