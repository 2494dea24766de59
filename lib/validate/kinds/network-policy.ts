import type { Rule } from '../rule';
import type { NetworkPolicy, NetworkPolicyPeer } from '../schema/types';
import { judgeNetworkPolicy } from '../rules/networking/network-policy';
import { warnOfNetwork, ADDRESS_FORM } from '../warnings/addresses';
import type { Strategy } from './strategy';

export const NETWORK_POLICY: Strategy<NetworkPolicy> = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  generationSince: 0,

  /** SetDefaults_NetworkPolicy, pkg/apis/networking/v1 1.36. */
  applyDefaults(policy) {
    const spec = (policy.spec ??= {});
    const { ingress = [], egress = [] } = spec;
    for (const { ports } of [...ingress, ...egress]) {
      ports?.forEach((port) => {
        port.protocol ??= 'TCP';
      });
    }
    if (!spec.policyTypes?.length) spec.policyTypes = egress.length ? ['Ingress', 'Egress'] : ['Ingress'];
  },

  /** ValidateNetworkPolicy, pkg/apis/networking/validation 1.36. */
  validate: ({ spec = {} }, at) => judgeNetworkPolicy(spec, at.field('spec')),

  /** networkPolicyWarnings, pkg/registry/networking/networkpolicy 1.33 to 1.36. */
  warn({ spec: { ingress = [], egress = [] } = {} }, at) {
    const spec = at.field('spec');
    ingress.forEach(({ from = [] }, index) =>
      spec.field('ingress').index(index).field('from').apply(PEERS, from),
    );
    egress.forEach(({ to = [] }, index) => spec.field('egress').index(index).field('to').apply(PEERS, to));
  },
};

const PEERS: Rule<readonly NetworkPolicyPeer[]> = {
  id: ADDRESS_FORM.id,
  judge(peers, at) {
    peers.forEach(({ ipBlock }, index) => {
      if (!ipBlock) return;
      const place = at.index(index).field('ipBlock');
      warnOfNetwork(ipBlock.cidr ?? '', place.field('cidr'));
      ipBlock.except?.forEach((cidr, number) => warnOfNetwork(cidr, place.field('except').index(number)));
    });
  },
};
