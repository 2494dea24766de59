import { NO_MESSAGES } from './messages';
import { parseSloppyAddress, parseSloppyNetwork } from './sloppy-address';

const NOT_AN_IP = 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)';
const NOT_A_CIDR = 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)';

/**
 * 4 or 6 for an IP address, 0 for any other text. Few manifests need it, and loading node:net takes longer
 * than judging one.
 */
export const ipVersion = (text: string) => (require('node:net') as typeof import('node:net')).isIP(text);

/** IsValidIPForLegacyField, apimachinery 1.36: up to 1.35, leading zeros and IPv4 written as IPv6 pass. */
export function legacyIp(text: string, minor: number): readonly string[] {
  const address = parseSloppyAddress(text);
  if (!address) return [NOT_AN_IP];
  if (minor < 36) return NO_MESSAGES;
  if (!address.isStrict) return ['must not have leading 0s'];
  return address.isMapped ? ['must not be an IPv4-mapped IPv6 address'] : NO_MESSAGES;
}

/** IsValidCIDRForLegacyField, apimachinery 1.36: up to 1.35, every text passes that can be read as one. */
export function legacyCidr(text: string, minor: number): readonly string[] {
  const network = parseSloppyNetwork(text);
  if (!network) return [NOT_A_CIDR];
  if (minor < 36) return NO_MESSAGES;
  if (!network.isStrict) return ['must not have leading 0s in IP or prefix length'];
  if (network.address.isMapped) return ['must not have an IPv4-mapped IPv6 address'];
  return network.isAmbiguous ? ['must not have bits set beyond the prefix length'] : NO_MESSAGES;
}

/** Whether a text is an IP address, leading zeros allowed (ParseIPSloppy, k8s.io/utils 1.36). */
export const isSloppyIp = (text: string): boolean => parseSloppyAddress(text) !== undefined;

/** Whether a text is such an address, a slash and a prefix length (ParseCIDRSloppy, k8s.io/utils 1.36). */
export const isSloppyCidr = (text: string): boolean => parseSloppyNetwork(text) !== undefined;
