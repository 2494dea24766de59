import { dnsLabel, dnsSubdomain } from '../../../apimachinery/dns';
import { named } from '../../../go/value';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { DiscoveryV1EndpointPort, Endpoint, EndpointSlice } from '../../schema/types';
import { judgeNameFormat, judgeReference } from '../renaming';
import { judgePortName, judgeProtocols } from './ports';
import { ADDRESS_TYPES, judgeAddresses } from './slice-addresses';
import { ENDPOINT_HINTS } from './slice-hints';

const MOST_PORTS = 20_000;
const MOST_ENDPOINTS = 1000;
const MOST_ADDRESSES = 100;

/** ValidateEndpointSlice, pkg/apis/discovery/validation 1.36; up to 1.32 ports come last. */
export function judgeEndpointSlice(slice: EndpointSlice, at: Field): void {
  const { addressType = '', endpoints = [], ports = [] } = slice;
  at.field('addressType').apply(ADDRESS_TYPE, addressType);
  if (at.minor >= 33) at.field('ports').apply(SLICE_PORTS, ports);
  at.field('endpoints').apply(ENDPOINTS, { endpoints, addressType });
  if (at.minor < 33) at.field('ports').apply(SLICE_PORTS, ports);
}

/** validateAddressType, 1.36. */
export const ADDRESS_TYPE = defineRule<Rule<string>>({
  id: 'endpoint-address-type',
  stage: 'judge',
  mistake: 'an EndpointSlice without an address type, or of an unknown one',
  suggestion: 'set `addressType` to IPv4 or IPv6',
  judge(type, at) {
    if (!type) at.required('', { suggestion: 'set addressType: IPv4 or IPv6' });
    else if (!ADDRESS_TYPES.includes(type)) at.notSupported(type, ADDRESS_TYPES);
  },
});

/** validatePorts, 1.36. */
export const SLICE_PORTS = defineRule<Rule<readonly DiscoveryV1EndpointPort[]>>({
  id: 'endpoint-slice-ports',
  stage: 'judge',
  mistake: 'a port of an EndpointSlice with a malformed or repeated name, or an unknown protocol',
  suggestion: 'give each port a name of its own',
  judge(ports, at) {
    if (ports.length > MOST_PORTS) return at.tooMany(ports.length, MOST_PORTS);
    const names = new Set<string>();
    ports.forEach((port, index) => {
      const { name = '' } = port;
      const place = at.index(index);
      judgePortName(name, place.field('name'));
      if (names.has(name)) place.field('name').duplicate(named(name));
      names.add(name);
      judgeProtocols(port, place);
    });
  },
});

interface EndpointsSubject {
  readonly endpoints: readonly Endpoint[];
  readonly addressType: string;
}

/** validateEndpoints, 1.36. */
export const ENDPOINTS = defineRule<Rule<EndpointsSubject>>({
  id: 'endpoint-slice-endpoints',
  stage: 'judge',
  mistake: 'an endpoint without addresses, or with one that is not of the type of the EndpointSlice',
  suggestion: 'use addresses of `addressType`, one to 100',
  judge({ endpoints, addressType }, at) {
    if (endpoints.length > MOST_ENDPOINTS) return at.tooMany(endpoints.length, MOST_ENDPOINTS);
    endpoints.forEach((endpoint, index) => judgeEndpoint(endpoint, addressType, at.index(index)));
  },
});

/** Topology is dropped before. */
function judgeEndpoint(endpoint: Endpoint, type: string, at: Field): void {
  const { addresses = [], nodeName, hostname, hints } = endpoint;
  const place = at.field('addresses');
  if (!addresses.length) {
    place.required(at.minor >= 37 ? '' : 'must contain at least 1 address', {
      suggestion: 'add an address, or remove the endpoint',
    });
  } else if (addresses.length > MOST_ADDRESSES) {
    place.tooMany(addresses.length, MOST_ADDRESSES);
  }
  judgeAddresses(addresses, type, place);
  if (nodeName !== undefined) judgeReference(nodeName, dnsSubdomain, at.field('nodeName'));
  if (hostname !== undefined) judgeNameFormat(hostname, dnsLabel, at.field('hostname'));
  if (hints) at.field('hints').apply(ENDPOINT_HINTS, hints);
}
