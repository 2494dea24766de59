import type { SloppyAddress } from '../../apimachinery/sloppy-address';
import { parseSloppyAddress, parseSloppyNetwork, SloppyNetwork } from '../../apimachinery/sloppy-address';
import { quote } from '../../go/format';
import { addrError, prefixError } from '../../go/netip';
import { fail, noSuchOverload, type Value } from '../values/value';
import { type Library, typed } from './declare';
import { Opaque } from './opaque';

class Ip extends Opaque<Ip> {
  readonly typeName = 'net.IP';

  constructor(readonly address: SloppyAddress) {
    super();
  }

  get groups(): readonly number[] {
    return this.address.groups;
  }

  /** The first byte of an IPv4 address. */
  get first(): number {
    return this.groups[6] >> 8;
  }

  protected isSame(other: Ip): boolean {
    return String(this) === String(other);
  }

  toString(): string {
    return this.address.toString();
  }
}

class Cidr extends Opaque<Cidr> {
  readonly typeName = 'net.CIDR';

  constructor(readonly network: SloppyNetwork) {
    super();
  }

  protected isSame(other: Cidr): boolean {
    return String(this) === String(other);
  }

  /** With all the bits of the address. */
  toString(): string {
    return `${this.network.address}/${this.network.bits}`;
  }
}

/** Why a text is no IP address that servers take. */
function ipProblem(text: string): string | undefined {
  const problem = addrError(text);
  if (problem) return `IP Address ${quote(text)} parse error during conversion from string: ${problem}`;
  if (text.includes('%')) return `IP address ${quote(text)} with zone value is not allowed`;
  return parseSloppyAddress(text)!.isMapped
    ? `IPv4-mapped IPv6 address ${quote(text)} is not allowed`
    : undefined;
}

function cidrProblem(text: string): string | undefined {
  const problem = prefixError(text);
  if (problem) return `network address parse error during conversion from string: ${problem}`;
  return parseSloppyNetwork(text)!.address.isMapped
    ? `IPv4-mapped IPv6 address ${quote(text)} is not allowed`
    : undefined;
}

function ip(text: string): Ip {
  const problem = ipProblem(text);
  return problem ? fail(problem) : new Ip(parseSloppyAddress(text)!);
}

function cidr(text: string): Cidr {
  const problem = cidrProblem(text);
  if (problem) return fail(`network address parse error during conversion from string: ${problem}`);
  return new Cidr(parseSloppyNetwork(text)!);
}

const isCanonical = (text: string): boolean => String(ip(text)) === text;

const isV4 = ({ address }: Ip) => !address.isIpv6;

/** A test that IPv4 addresses and IPv6 addresses pass in their own ways. */
const test = (v4: (address: Ip) => boolean, v6: (groups: readonly number[]) => boolean) => (address: Ip) =>
  isV4(address) ? v4(address) : v6(address.groups);

const isUnspecified = ({ groups, address }: Ip) =>
  (address.isIpv6 ? groups : groups.slice(6)).every((group) => group === 0);

const isLoopback = test(
  ({ first }) => first === 127,
  (groups) => groups.every((group, index) => group === Number(index === 7)),
);
const isLinkLocalUnicast = test(
  ({ groups }) => groups[6] === 0xa9fe,
  ([group]) => (group & 0xffc0) === 0xfe80,
);
const isLinkLocalMulticast = test(
  ({ groups }) => groups[6] === 0xe000 && groups[7] >> 8 === 0,
  ([group]) => (group & 0xff0f) === 0xff02,
);
const isMulticast = test(
  ({ first }) => (first & 0xf0) === 0xe0,
  ([group]) => group >> 8 === 0xff,
);
const isBroadcast = ({ groups, address }: Ip) =>
  !address.isIpv6 && groups[6] === 0xffff && groups[7] === 0xffff;

const isGlobalUnicast = (address: Ip) =>
  ![isBroadcast, isUnspecified, isLoopback, isMulticast, isLinkLocalUnicast].some((holds) => holds(address));

function containsIp({ network }: Cidr, { address }: Ip): boolean {
  if (address.isIpv6 !== network.address.isIpv6) return false;
  return network.holds(new SloppyNetwork(address, network.width, true));
}

function containsCidr({ network }: Cidr, { network: inner }: Cidr): boolean {
  if (inner.address.isIpv6 !== network.address.isIpv6) return false;
  return network.bits <= inner.bits && network.holds(inner);
}

const masked = ({ network }: Cidr): Value => new Cidr(new SloppyNetwork(network.masked, network.bits, true));

/** IP addresses and networks (library.IP, library.CIDR). */
export const ADDRESSES: readonly Library[] = [
  typed({
    'ip(string) -> net.IP': ip,
    'net.CIDR.ip() -> net.IP': ({ network }: Cidr) => new Ip(network.address),
    'string(net.IP) -> string': String,
    'net.IP.family() -> int': ({ address }: Ip) => (address.isIpv6 ? 6n : 4n),
    'ip.isCanonical(string) -> bool': isCanonical,
    'isIP(string) -> bool': (text: string) => ipProblem(text) === undefined,
    'net.IP.isUnspecified() -> bool': isUnspecified,
    'net.IP.isLoopback() -> bool': isLoopback,
    'net.IP.isLinkLocalMulticast() -> bool': isLinkLocalMulticast,
    'net.IP.isLinkLocalUnicast() -> bool': isLinkLocalUnicast,
    'net.IP.isGlobalUnicast() -> bool': isGlobalUnicast,
    'cidr(string) -> net.CIDR': cidr,
    'isCIDR(string) -> bool': (text: string) => cidrProblem(text) === undefined,
    'string(net.CIDR) -> string': String,
    'net.CIDR.containsIP(string) -> bool': (network: Cidr, text: string) =>
      ipProblem(text) === undefined ? containsIp(network, ip(text)) : noSuchOverload(),
    'net.CIDR.containsIP(net.IP) -> bool': containsIp,
    'net.CIDR.containsCIDR(string) -> bool': (network: Cidr, text: string) =>
      containsCidr(network, cidr(text)),
    'net.CIDR.containsCIDR(net.CIDR) -> bool': containsCidr,
    'net.CIDR.masked() -> net.CIDR': masked,
    'net.CIDR.prefixLength() -> int': ({ network }: Cidr) => BigInt(network.bits),
  }),
];
