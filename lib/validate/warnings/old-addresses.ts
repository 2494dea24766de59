import type { Field } from '../field';
import { quote } from '../../go/format';
import { addrError, prefixError } from '../../go/netip';
import { trimSpace } from '../../go/space';
import { parseSloppyAddress, parseSloppyNetwork } from '../../apimachinery/sloppy-address';
import { warnAt } from './warn-at';

const ACCEPTED = 'was accepted, but will be invalid in a future Kubernetes release';
const LOOPS = 'which may cause controller apply-loops';

/** getWarningsForIP of pkg/api/service up to 1.32: it speaks of Services only. */
export function warnOfOldAddress(value: string, at: Field): void {
  const problem = addrError(value);
  const [text] = value.split('%', 1);
  const address = parseSloppyAddress(text);
  if (problem) {
    warnAt(at, `IP address ${ACCEPTED}: ${problem}`, address && `write ${address}`);
  } else if (address?.isIpv6) {
    warnOfCase('address', value, `${address.toIpv6()}${value.slice(text.length)}`, at);
  }
}

/** getWarningsForCIDR, as old: a server accepts spaces around it, and refuses what is no CIDR. */
export function warnOfOldNetwork(value: string, at: Field): void {
  const network = parseSloppyNetwork(trimSpace(value));
  if (!network) return;
  const problem = prefixError(value);
  if (problem) {
    warnAt(at, `IP prefix ${ACCEPTED}: ${problem}`, `write ${network}`);
  } else if (network.address.isIpv6) {
    warnOfCase('prefix', value, `${network.address.toIpv6()}/${network.bits}`, at);
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
