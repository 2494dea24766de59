import type { Field, Hint } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { IPBlock, NetworkPolicyPeer } from '../../schema/types';
import { parseSloppyAddress, parseSloppyNetwork } from '../../../apimachinery/sloppy-address';
import { judgeLegacyCidr } from '../addresses';
import { judgeLabelSelector } from '../labels';

/** ValidateNetworkPolicyPeer, pkg/apis/networking/validation 1.36. */
export const PEER = defineRule<Rule<NetworkPolicyPeer>>({
  id: 'network-policy-peer',
  stage: 'judge',
  mistake: 'an empty peer, an `ipBlock` together with a selector, or a malformed selector',
  suggestion: 'set selectors, or `ipBlock` alone',
  judge({ podSelector, namespaceSelector, ipBlock }, at) {
    if (podSelector) judgeLabelSelector(podSelector, at.field('podSelector'));
    if (namespaceSelector) judgeLabelSelector(namespaceSelector, at.field('namespaceSelector'));
    if (ipBlock) at.field('ipBlock').apply(IP_BLOCK, ipBlock);
    const selects = Boolean(podSelector ?? namespaceSelector);
    if (!selects && !ipBlock) {
      at.required('must specify a peer', { suggestion: 'set podSelector, namespaceSelector or ipBlock' });
    } else if (selects && ipBlock) {
      at.forbidden('may not specify both ipBlock and another peer', {
        suggestion: 'make two peers of it, one with ipBlock alone',
      });
    }
  },
});

/** ValidateIPBlock, 1.36. */
export const IP_BLOCK = defineRule<Rule<IPBlock>>({
  id: 'network-policy-cidr',
  stage: 'judge',
  mistake: 'an `ipBlock` without a CIDR, with a malformed one, or with exceptions outside of it',
  suggestion: 'use a network such as `10.0.0.0/8`, and except smaller networks within it',
  judge({ cidr = '', except = [] }, at) {
    const place = at.field('cidr');
    if (!cidr) return place.required('', { suggestion: 'set cidr, for example to "10.0.0.0/8"' });
    judgeLegacyCidr(cidr, place, blockHint);
    except.forEach((exception, index) => judgeException(exception, cidr, at.field('except').index(index)));
  },
});

/** Nothing is said of exceptions from what is no network. */
function judgeException(exception: string, cidr: string, at: Field): void {
  const network = parseSloppyNetwork(cidr);
  if (!network) return;
  judgeLegacyCidr(exception, at, blockHint);
  const excepted = parseSloppyNetwork(exception);
  if (!excepted || (network.holds(excepted) && network.bits < excepted.bits)) return;
  at.invalid(exception, 'must be a strict subset of `cidr`', {
    suggestion: `except a smaller network that is part of ${network}`,
  });
}

/** A block may as well be one address. */
function blockHint(text: string): Hint {
  const address = parseSloppyAddress(text);
  if (address) {
    const meant = `${address}/${address.isIpv4 ? 32 : 128}`;
    return { suggestion: `add the length of the prefix: "${meant}" is this address alone`, meant };
  }
  const network = parseSloppyNetwork(text);
  if (!network) return { suggestion: 'use an address and the length of its prefix, such as "10.0.0.0/8"' };
  if (!network.isAmbiguous || network.address.isMapped) {
    return { suggestion: `did you mean "${network}"?`, meant: String(network) };
  }
  return {
    suggestion: `use "${network}", or "${network.address}/${network.width}" for this address alone`,
  };
}
