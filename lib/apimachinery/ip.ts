import { quote } from '../go/format';
import { NO_MESSAGES } from './messages';
import { parseSloppyAddress, parseSloppyNetwork, type SloppyAddress } from './sloppy-address';

/**
 * 4 or 6 for an IP address, 0 for any other text. Few manifests need it, and loading node:net takes longer
 * than judging one.
 */
export const ipVersion = (text: string) => (require('node:net') as typeof import('node:net')).isIP(text);

export type IpFamily = 'IPv4' | 'IPv6';

/** IPFamilyOfString, k8s.io/utils/net 1.36: nothing for a text that is no IP address. */
export const ipFamily = (text: string): IpFamily | undefined => familyOf(parseSloppyAddress(text));

/** IPFamilyOfCIDRString, as before. */
export const cidrFamily = (text: string): IpFamily | undefined => familyOf(parseSloppyNetwork(text)?.address);

const familyOf = (address: SloppyAddress | undefined): IpFamily | undefined =>
  address && (address.isIpv4 ? 'IPv4' : 'IPv6');

/** IsValidIPForLegacyField, apimachinery 1.36: up to 1.35, leading zeros and IPv4 written as IPv6 pass. */
export const legacyIp = (text: string, minor: number): readonly string[] =>
  addressProblems(text, minor >= 36);

/** IsValidIP, apimachinery 1.33 to 1.36: in its canonical form. */
export function canonicalIp(text: string): readonly string[] {
  const problems = addressProblems(text, true);
  return problems.length ? problems : unlessCanonical(text, String(parseSloppyAddress(text)));
}

/** IsValidCIDRForLegacyField, apimachinery 1.36: up to 1.35, no more than the syntax counts. */
export const legacyCidr = (text: string, minor: number): readonly string[] =>
  networkProblems(text, minor >= 36);

/** IsValidCIDR, apimachinery 1.33 to 1.36: in its canonical form. */
export function canonicalCidr(text: string): readonly string[] {
  const problems = networkProblems(text, true);
  return problems.length ? problems : unlessCanonical(text, String(parseSloppyNetwork(text)));
}

/** parseIP, 1.36. */
function addressProblems(text: string, strict: boolean): readonly string[] {
  const address = parseSloppyAddress(text);
  if (!address) return ['must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)'];
  if (!strict) return NO_MESSAGES;
  if (!address.isStrict) return ['must not have leading 0s'];
  return address.isMapped ? ['must not be an IPv4-mapped IPv6 address'] : NO_MESSAGES;
}

/** parseCIDR, 1.36. */
function networkProblems(text: string, strict: boolean): readonly string[] {
  const network = parseSloppyNetwork(text);
  if (!network) return ['must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)'];
  if (!strict) return NO_MESSAGES;
  if (!network.isStrict) return ['must not have leading 0s in IP or prefix length'];
  if (network.address.isMapped) return ['must not have an IPv4-mapped IPv6 address'];
  return network.isAmbiguous ? ['must not have bits set beyond the prefix length'] : NO_MESSAGES;
}

const unlessCanonical = (text: string, canonical: string): readonly string[] =>
  text === canonical ? NO_MESSAGES : [`must be in canonical form (${quote(canonical)})`];

/** Whether a text is an IP address, leading zeros allowed (ParseIPSloppy, k8s.io/utils 1.36). */
export const isSloppyIp = (text: string): boolean => parseSloppyAddress(text) !== undefined;

/** Whether a text is such an address, a slash and a prefix length (ParseCIDRSloppy, k8s.io/utils 1.36). */
export const isSloppyCidr = (text: string): boolean => parseSloppyNetwork(text) !== undefined;
