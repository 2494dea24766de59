import type { Field, Hint } from '../field';
import { legacyCidr } from '../../apimachinery/ip';
import { parseSloppyAddress, parseSloppyNetwork } from '../../apimachinery/sloppy-address';

/** Reports a text that is no CIDR, or since 1.36 one that is ambiguous (IsValidCIDRForLegacyField). */
export function judgeLegacyCidr(value: string, at: Field): void {
  const messages = legacyCidr(value, at.minor);
  if (messages.length) at.invalidEach(value, messages, hintFor(value));
}

function hintFor(value: string): Hint {
  const address = parseSloppyAddress(value);
  if (address) {
    const meant = `${address}/${address.isIpv6 && !address.isMapped ? 128 : 32}`;
    return { suggestion: `add the length of the prefix: "${meant}" is this address alone`, meant };
  }
  const network = parseSloppyNetwork(value);
  if (!network) return { suggestion: 'use an address and the length of its prefix, such as "10.0.0.0/8"' };
  if (!network.isAmbiguous || network.address.isMapped) {
    return { suggestion: `did you mean "${network}"?`, meant: String(network) };
  }
  return {
    suggestion: `use "${network}", or "${network.address}/${network.width}" for this address alone`,
  };
}
