import type { Field } from '../field';
import { defineRule, type Rule } from '../rule';
import type { PodSpec } from '../schema/types';
import { quote } from '../../go/format';
import { parseSloppyAddress, parseSloppyNetwork } from '../../apimachinery/sloppy-address';
import { warnAt } from './warn-at';

export const ADDRESS_FORM = defineRule({
  id: 'address-form',
  stage: 'warn',
  mistake: 'an IP address or CIDR that is not in canonical form: leading zeros, bits beyond the prefix',
  suggestion: 'use the form in the message',
});

/**
 * Addresses in forms that programs read differently: the end of warningsForPodSpecAndMeta, pkg/api/pod 1.33
 * to 1.36.
 */
export const POD_ADDRESSES: Rule<PodSpec> = {
  id: ADDRESS_FORM.id,
  judge({ dnsConfig, hostAliases }, at) {
    dnsConfig?.nameservers?.forEach((address, index) =>
      warnOfAddress(address, at.field('dnsConfig', 'nameservers').index(index)),
    );
    hostAliases?.forEach(({ ip = '' }, index) =>
      warnOfAddress(ip, at.field('hostAliases').index(index).field('ip')),
    );
  },
};

/**
 * GetWarningsForIP, apimachinery util/validation 1.33 to 1.36; what is no address at all is refused
 * elsewhere.
 */
export function warnOfAddress(value: string, at: Field): void {
  if (at.minor < 33) return;
  const address = parseSloppyAddress(value);
  if (!address) return;
  const text = String(address);
  if (!address.isStrict || address.isMapped) {
    warnAt(
      at,
      `non-standard IP address ${quote(value)} ${verdictOn(at.minor)}: use ${quote(text)}`,
      `write ${text}`,
    );
  } else if (address.isIpv6 && text !== value) {
    warnAt(
      at,
      `IPv6 address ${quote(value)} should be in RFC 5952 canonical format (${quote(text)})`,
      `write ${text}`,
    );
  }
}

/** What a server that is not yet strict says of a form that later ones refuse. */
const verdictOn = (minor: number) =>
  minor >= 36 ? 'is invalid' : 'will be considered invalid in a future Kubernetes release';

/** GetWarningsForCIDR, apimachinery util/validation 1.33 to 1.36. */
export function warnOfNetwork(value: string, at: Field): void {
  if (at.minor < 33) return;
  const network = parseSloppyNetwork(value);
  if (!network) return;
  const { address, isAmbiguous, isStrict } = network;
  const text = String(network);
  if (isAmbiguous) {
    const single = `${address}/${network.width}`;
    warnAt(
      at,
      `CIDR value ${quote(value)} is ambiguous in this context (should be ${quote(text)} or ${quote(single)}?)`,
    );
  }
  if (!isStrict || address.isMapped) {
    warnAt(
      at,
      `non-standard CIDR value ${quote(value)} ${verdictOn(at.minor)}: use ${quote(text)}`,
      `write ${text}`,
    );
  } else if (!isAmbiguous && address.isIpv6 && text !== value) {
    warnAt(
      at,
      `IPv6 CIDR value ${quote(value)} should be in RFC 5952 canonical format (${quote(text)})`,
      `write ${text}`,
    );
  }
}
