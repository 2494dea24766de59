const GROUPS = 8;
const MAPPED = 0xffff;

/** An address as ParseIPSloppy of k8s.io/utils/net reads it (1.36): leading zeros do not count. */
export class SloppyAddress {
  /**
   * @param groups Eight groups of 16 bits; an IPv4 address is in the last two.
   * @param isIpv6 Whether it is written with colons.
   * @param isStrict Whether netip.ParseAddr takes it, too: it has no zeros too many.
   */
  constructor(
    readonly groups: readonly number[],
    readonly isIpv6: boolean,
    readonly isStrict: boolean,
  ) {}

  /** An IPv4 address written as an IPv6 one. */
  get isMapped(): boolean {
    return this.isIpv6 && isIpv4In6(this.groups);
  }

  /** Whether it is an IPv4 address, however it is written. */
  get isIpv4(): boolean {
    return !this.isIpv6 || this.isMapped;
  }

  /** RFC 5952, as net.IP writes it. */
  toString(): string {
    return this.isIpv4 ? ipv4Text(this.groups) : ipv6Text(this.groups);
  }

  /** As netip.Addr writes an IPv6 address: it keeps an IPv4-mapped one. */
  toIpv6(): string {
    return this.isMapped ? `::ffff:${ipv4Text(this.groups)}` : ipv6Text(this.groups);
  }
}

/** Whether Go takes these for an IPv4 address. */
const isIpv4In6 = (groups: readonly number[]) =>
  groups[5] === MAPPED && groups.slice(0, 5).every((group) => group === 0);

export function parseSloppyAddress(text: string): SloppyAddress | undefined {
  const mark = /[.:]/.exec(text)?.[0];
  if (mark === ':') return parseIpv6(text);
  return mark === '.' ? parseIpv4(text) : undefined;
}

function parseIpv4(text: string): SloppyAddress | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every(isOctet)) return undefined;
  const [a, b, c, d] = parts.map(Number);
  const isStrict = parts.every((part) => part.length === 1 || !part.startsWith('0'));
  return new SloppyAddress([0, 0, 0, 0, 0, MAPPED, a * 256 + b, c * 256 + d], false, isStrict);
}

const isOctet = (part: string) => /^\d+$/.test(part) && Number(part) <= 255;

function parseIpv6(text: string): SloppyAddress | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = [
    parseGroups(halves[0], halves.length === 1),
    halves.length === 2 ? parseGroups(halves[1], true) : NONE,
  ];
  if (!head || !tail) return undefined;
  const missing = GROUPS - head.groups.length - tail.groups.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  return new SloppyAddress(
    [...head.groups, ...Array<number>(missing).fill(0), ...tail.groups],
    true,
    head.isStrict && tail.isStrict,
  );
}

interface Groups {
  readonly groups: readonly number[];
  readonly isStrict: boolean;
}

const NONE: Groups = { groups: [], isStrict: true };

/** Groups between colons; the very last may be an IPv4 address. */
function parseGroups(text: string, last: boolean): Groups | undefined {
  if (text === '') return NONE;
  const parts = text.split(':');
  const ipv4 = last && parts.at(-1)!.includes('.') ? parseIpv4(parts.pop()!) : undefined;
  if (text.includes('.') && !ipv4) return undefined;
  if (!parts.every(isGroup)) return undefined;
  const groups = [...parts.map((part) => parseInt(part, 16)), ...(ipv4?.groups.slice(6) ?? [])];
  return { groups, isStrict: (ipv4?.isStrict ?? true) && parts.every((part) => part.length <= 4) };
}

const isGroup = (part: string) => /^[\da-fA-F]+$/.test(part) && parseInt(part, 16) <= 0xffff;

const ipv4Text = (groups: readonly number[]) =>
  groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.');

function ipv6Text(groups: readonly number[]): string {
  const [start, length] = longestZeros(groups);
  const hex = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
  return length < 2 ? hex(groups) : `${hex(groups.slice(0, start))}::${hex(groups.slice(start + length))}`;
}

/** The first of the longest runs of zeros. */
function longestZeros(groups: readonly number[]): [start: number, length: number] {
  let best: [number, number] = [0, 0];
  for (let start = 0; start < GROUPS; start++) {
    let end = start;
    while (groups[end] === 0) end++;
    if (end - start > best[1]) best = [start, end - start];
  }
  return best;
}

const isSame = (groups: readonly number[], others: readonly number[]) =>
  groups.every((group, index) => group === others[index]);

/** An address and how many of its bits name the network, as ParseCIDRSloppy reads it. */
export class SloppyNetwork {
  constructor(
    readonly address: SloppyAddress,
    readonly bits: number,
    readonly isStrict: boolean,
  ) {}

  /** Bits of an address of this form. */
  get width(): number {
    return this.address.isIpv6 ? 128 : 32;
  }

  /** The address with the bits beyond the prefix cleared. */
  get masked(): SloppyAddress {
    return new SloppyAddress(this.mask(this.address), this.address.isIpv6, true);
  }

  /** Whether the address has bits beyond the prefix. */
  get isAmbiguous(): boolean {
    return !isSame(this.address.groups, this.masked.groups);
  }

  /** Whether it holds the first address of the other network (net.IPNet.Contains). */
  holds(other: SloppyNetwork): boolean {
    const [own, others] = [this.masked.groups, other.masked.groups];
    return isIpv4In6(own) === isIpv4In6(others) && isSame(own, this.mask(other.masked));
  }

  private mask({ groups }: SloppyAddress): number[] {
    const kept = this.bits + 128 - this.width;
    return groups.map(
      (group, index) => group & (MAPPED << Math.min(16, Math.max(0, 16 * (index + 1) - kept))) & MAPPED,
    );
  }

  /** As net.IPNet writes the network: an IPv4-mapped one as an IPv4 one. */
  toString(): string {
    const { masked } = this;
    return `${masked}/${masked.isMapped ? this.bits - 96 : this.bits}`;
  }
}

export function parseSloppyNetwork(text: string): SloppyNetwork | undefined {
  const slash = text.indexOf('/');
  const [address, bits] = [parseSloppyAddress(text.slice(0, Math.max(0, slash))), text.slice(slash + 1)];
  if (slash < 0 || !address || !/^\d+$/.test(bits) || Number(bits) > (address.isIpv6 ? 128 : 32)) {
    return undefined;
  }
  return new SloppyNetwork(
    address,
    Number(bits),
    address.isStrict && (bits === '0' || !bits.startsWith('0')),
  );
}
