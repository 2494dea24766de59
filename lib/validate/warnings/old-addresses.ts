import type { Field } from '../field';
import { quote } from '../../go/format';
import {
  parseSloppyAddress,
  parseSloppyNetwork,
  type SloppyAddress,
} from '../../apimachinery/sloppy-address';
import { warnAt } from './warn-at';

const ACCEPTED = 'was accepted, but will be invalid in a future Kubernetes release';
const LOOPS = 'which may cause controller apply-loops';

/** getWarningsForIP of pkg/api/service up to 1.32: it speaks of Services only. */
export function warnOfOldAddress(value: string, at: Field): void {
  const address = parseSloppyAddress(value);
  if (!address) return;
  if (!address.isStrict) {
    warnAt(at, `IP address ${ACCEPTED}: ParseAddr(${quote(value)}): ${zeros(address)}`, `write ${address}`);
  } else if (address.isIpv6) {
    warnOfCase('address', value, address.toIpv6(), at);
  }
}

/** getWarningsForCIDR, as old. */
export function warnOfOldNetwork(value: string, at: Field): void {
  const network = parseSloppyNetwork(value);
  if (!network) return;
  const { address, bits, isStrict } = network;
  if (!address.isStrict) {
    warnAt(
      at,
      `IP prefix ${ACCEPTED}: netip.ParsePrefix(${quote(value)}): ParseAddr(${quote(value.split('/')[0])}): ${zeros(address)}`,
    );
  } else if (!isStrict) {
    warnAt(
      at,
      `IP prefix ${ACCEPTED}: netip.ParsePrefix(${quote(value)}): bad bits after slash: ${quote(value.split('/')[1])}`,
    );
  } else if (address.isIpv6) {
    warnOfCase('prefix', value, `${address.toIpv6()}/${bits}`, at);
  }
}

function warnOfCase(subject: string, value: string, text: string, at: Field): void {
  if (text !== value) {
    warnAt(
      at,
      `IPv6 ${subject} ${quote(value)} is not in RFC 5952 canonical format (${quote(text)}), ${LOOPS}`,
      `write ${text}`,
    );
  }
}

/** What net/netip says of an address with zeros too many. */
const zeros = (address: SloppyAddress) =>
  address.isIpv6 ? 'each group must have 4 or less digits' : 'IPv4 field has octet with leading zero';
