import { dnsLabel, dnsSubdomain } from '../../../apimachinery/dns';
import { portNumber } from '../../../apimachinery/ports';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { EndpointAddress, EndpointPort, EndpointSubset } from '../../schema/types';
import { judgeEndpointIp, judgeLegacyIp } from '../addresses';
import { judgeNameFormat, judgeReference } from '../renaming';
import { judgePortName, judgeProtocols } from './ports';

/** validateEndpointSubsets, pkg/apis/core/validation 1.36. */
export const ENDPOINT_SUBSET = defineRule<Rule<EndpointSubset>>({
  id: 'endpoint-subset',
  stage: 'judge',
  mistake: 'a subset of Endpoints without addresses, or with an address or port that is malformed',
  suggestion: 'add the addresses of the Pods, or fix the part in the message',
  judge({ addresses = [], notReadyAddresses = [], ports = [] }, at) {
    if (!addresses.length && !notReadyAddresses.length) {
      at.required('must specify `addresses` or `notReadyAddresses`', {
        suggestion: 'add an address, or remove the subset',
      });
    }
    addresses.forEach((address, index) => judgeAddress(address, at.field('addresses').index(index)));
    notReadyAddresses.forEach((address, index) =>
      judgeAddress(address, at.field('notReadyAddresses').index(index)),
    );
    ports.forEach((port, index) => judgePort(port, ports.length > 1, at.field('ports').index(index)));
  },
});

/** validateEndpointAddress, 1.36: what is no address is refused twice. */
function judgeAddress({ ip = '', hostname, nodeName }: EndpointAddress, at: Field): void {
  judgeLegacyIp(ip, at.field('ip'));
  if (hostname) judgeNameFormat(hostname, dnsLabel, at.field('hostname'));
  if (nodeName !== undefined) judgeReference(nodeName, dnsSubdomain, at.field('nodeName'));
  judgeEndpointIp(ip, at.field('ip'));
}

/** validateEndpointPort, 1.36. */
function judgePort(port: EndpointPort, several: boolean, at: Field): void {
  if (several && !port.name) at.field('name').required('', { suggestion: 'name each port, such as "http"' });
  judgePortName(port.name, at.field('name'));
  const number = port.port ?? 0;
  at.field('port').invalidEach(number, portNumber(number), { suggestion: 'use a port from 1 to 65535' });
  judgeProtocols(port, at);
}
