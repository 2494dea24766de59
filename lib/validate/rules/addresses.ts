import type { Field, Hint } from '../field';
import { canonicalCidr, canonicalIp, legacyCidr, legacyIp } from '../../apimachinery/ip';
import { parseSloppyAddress, parseSloppyNetwork } from '../../apimachinery/sloppy-address';

const ADDRESS: Hint = { suggestion: 'write an address such as 10.9.8.7 or 2001:db8::1' };

/** IsValidIPForLegacyField, pkg/apis/core/validation 1.36; up to 1.32 by another name. */
export const judgeLegacyIp = (text: string, at: Field): void =>
  judgeAddress(text, legacyIp(text, at.minor), at);

/** IsValidIP, apimachinery 1.33 to 1.36. */
export const judgeCanonicalIp = (text: string, at: Field): void => judgeAddress(text, canonicalIp(text), at);

/** IsValidCIDRForLegacyField, pkg/apis/core/validation 1.36; up to 1.32 by another name. */
export const judgeLegacyCidr = (text: string, at: Field, hintFor = networkHint): void =>
  judgeNetwork(text, legacyCidr(text, at.minor), hintFor, at);

/** IsValidCIDR, apimachinery 1.33 to 1.36. */
export const judgeCanonicalCidr = (text: string, at: Field): void =>
  judgeNetwork(text, canonicalCidr(text), networkHint, at);

function judgeAddress(text: string, problems: readonly string[], at: Field): void {
  if (!problems.length) return;
  const address = parseSloppyAddress(text);
  at.invalidEach(text, problems, address ? { suggestion: `write ${address}` } : ADDRESS);
}

function judgeNetwork(
  text: string,
  problems: readonly string[],
  hintFor: (text: string) => Hint,
  at: Field,
): void {
  if (problems.length) at.invalidEach(text, problems, hintFor(text));
}

function networkHint(text: string): Hint {
  const network = parseSloppyNetwork(text);
  return {
    suggestion: network ? `write ${network}` : 'write a network such as 10.9.8.0/24 or 2001:db8::/64',
  };
}

/** Addresses that nothing but a node itself, or its network, can be reached at. */
const SPECIAL: readonly (readonly [is: (groups: readonly number[]) => boolean, range: string])[] = [
  [isLoopback, 'in the loopback range (127.0.0.0/8, ::1/128)'],
  [isLinkLocal, 'in the link-local range (169.254.0.0/16, fe80::/10)'],
  [isLinkLocalMulticast, 'in the link-local multicast range (224.0.0.0/24, ff02::/10)'],
];

/** ValidateEndpointIP, pkg/apis/core/validation 1.36: ValidateNonSpecialIP up to 1.32. */
export function judgeEndpointIp(text: string, at: Field): void {
  const address = parseSloppyAddress(text);
  if (!address) return at.invalid(text, 'must be a valid IP address', ADDRESS);
  const hint = { suggestion: 'use an address at which other nodes can reach it' };
  const groups = address.isIpv4 ? address.groups.slice(6) : address.groups;
  if (groups.every((group) => group === 0)) at.invalid(text, `may not be unspecified (${text})`, hint);
  for (const [is, range] of SPECIAL) if (is(groups)) at.invalid(text, `may not be ${range}`, hint);
}

// Two groups are an IPv4 address, eight an IPv6 one.
const isV4 = (groups: readonly number[]) => groups.length === 2;

function isLoopback(groups: readonly number[]): boolean {
  if (isV4(groups)) return groups[0] >> 8 === 127;
  return groups.every((group, index) => group === Number(index === 7));
}

function isLinkLocal(groups: readonly number[]): boolean {
  return isV4(groups) ? groups[0] === 0xa9fe : (groups[0] & 0xffc0) === 0xfe80;
}

function isLinkLocalMulticast(groups: readonly number[]): boolean {
  return isV4(groups) ? groups[0] === 0xe000 && groups[1] >> 8 === 0 : (groups[0] & 0xff0f) === 0xff02;
}
