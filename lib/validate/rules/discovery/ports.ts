import { dnsLabel } from '../../../apimachinery/dns';
import { qualifiedName } from '../../../apimachinery/labels';
import type { Field } from '../../field';
import { judgeNameFormat } from '../renaming';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** What ports of Endpoints and EndpointSlices share: names, protocols and application protocols. */
export function judgePortName(name: string | undefined, at: Field): void {
  if (name) judgeNameFormat(name, dnsLabel, at);
}

export function judgeProtocols(
  { protocol = '', appProtocol }: { readonly protocol?: string; readonly appProtocol?: string },
  at: Field,
): void {
  if (!PROTOCOLS.includes(protocol)) at.field('protocol').notSupported(protocol, PROTOCOLS);
  if (appProtocol === undefined) return;
  at.field('appProtocol').invalidEach(appProtocol, qualifiedName(appProtocol, at.minor));
}
