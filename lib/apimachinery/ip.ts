import { NO_MESSAGES } from './messages';

const NOT_AN_IP = 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)';

/**
 * 4 or 6 for an IP address, 0 for any other text. Few manifests need it, and loading node:net takes longer
 * than judging one.
 */
export const ipVersion = (text: string) => (require('node:net') as typeof import('node:net')).isIP(text);

/** IsValidIPForLegacyField, apimachinery 1.36: up to 1.35, leading zeros and IPv4 written as IPv6 pass. */
export function legacyIp(text: string, minor: number): readonly string[] {
  const groups = parseSloppy(text);
  if (!groups) return [NOT_AN_IP];
  if (minor < 36) return NO_MESSAGES;
  if (hasLeadingZeros(text)) return ['must not have leading 0s'];
  return isMapped(text, groups) ? ['must not be an IPv4-mapped IPv6 address'] : NO_MESSAGES;
}

/** Whether a text is an IP address, leading zeros allowed (ParseIPSloppy, k8s.io/utils 1.36). */
export const isSloppyIp = (text: string): boolean => parseSloppy(text) !== undefined;

/**
 * Whether a text is such an address, a slash and the length of a prefix (ParseCIDRSloppy, k8s.io/utils 1.36).
 */
export function isSloppyCidr(text: string): boolean {
  const [, address, length] = /^([^/]*)\/(\d+)$/.exec(text) ?? [];
  const groups = address === undefined ? undefined : parseSloppy(address);
  return groups !== undefined && Number(length) <= (groups.length === 4 ? 32 : 128);
}

/** The octets or 16-bit groups, or nothing. */
function parseSloppy(text: string): readonly number[] | undefined {
  const first = /[.:]/.exec(text)?.[0];
  if (first === '.') return parseV4(text);
  return first === ':' ? parseV6(text) : undefined;
}

const V4 = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/;

function parseV4(text: string): readonly number[] | undefined {
  const octets = V4.exec(text)?.slice(1).map(Number);
  return octets?.every((octet) => octet <= 0xff) ? octets : undefined;
}

function parseV6(text: string): readonly number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const before = groupsOf(halves[0], halves.length === 1);
  const after = groupsOf(halves[1] ?? '', true);
  if (!before || !after) return undefined;
  const missing = 8 - before.length - after.length;
  if (halves.length === 1) return missing === 0 ? before : undefined;
  return missing >= 1 ? [...before, ...new Array<number>(missing).fill(0), ...after] : undefined;
}

/** The groups of one side of `::`; only the last side may end in an IPv4 address. */
function groupsOf(half: string, last: boolean): number[] | undefined {
  if (half === '') return [];
  const parts = half.split(':');
  const v4 = last && parts.at(-1)!.includes('.') ? parseV4(parts.pop()!) : [];
  if (!v4 || !parts.every((part) => /^[0-9a-fA-F]+$/.test(part) && Number.parseInt(part, 16) <= 0xffff)) {
    return undefined;
  }
  const groups = parts.map((part) => Number.parseInt(part, 16));
  return v4.length ? [...groups, v4[0] * 256 + v4[1], v4[2] * 256 + v4[3]] : groups;
}

/** Why netip.ParseAddr rejects an otherwise valid IP address. */
const hasLeadingZeros = (text: string) => /(^|[.:])0\d+\.|\.0\d+(\.|$)|(^|:)[0-9a-fA-F]{5,}(:|$)/.test(text);

const isMapped = (text: string, groups: readonly number[]) =>
  text.includes(':') && groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
