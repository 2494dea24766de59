import type { Field } from '../../field';
import { list } from '../../../go/value';
import { defineRule, type Rule } from '../../rule';
import type {
  LabelSelector,
  NetworkPolicyPeer,
  NetworkPolicyPort,
  NetworkPolicySpec,
} from '../../schema/types';
import { judgeLabelSelector } from '../labels';
import { PEER } from './network-policy-peer';
import { PORT } from './network-policy-port';

/** ValidateNetworkPolicySpec, pkg/apis/networking/validation 1.36. */
export function judgeNetworkPolicy(spec: NetworkPolicySpec, at: Field): void {
  if (spec.podSelector) at.field('podSelector').apply(POD_SELECTOR, spec.podSelector);
  spec.ingress?.forEach(({ ports, from }, index) =>
    judgeTraffic(ports, from, 'from', at.field('ingress').index(index)),
  );
  spec.egress?.forEach(({ ports, to }, index) =>
    judgeTraffic(ports, to, 'to', at.field('egress').index(index)),
  );
  at.field('policyTypes').apply(POLICY_TYPES, spec.policyTypes ?? []);
}

function judgeTraffic(
  ports: readonly NetworkPolicyPort[] = [],
  peers: readonly NetworkPolicyPeer[] = [],
  field: 'from' | 'to',
  at: Field,
): void {
  ports.forEach((port, index) => at.field('ports').index(index).apply(PORT, port));
  peers.forEach((peer, index) => at.field(field).index(index).apply(PEER, peer));
}

export const POD_SELECTOR = defineRule<Rule<LabelSelector>>({
  id: 'network-policy-selector',
  stage: 'judge',
  mistake: 'a malformed selector of the Pods that a NetworkPolicy is for',
  suggestion: 'fix the part in the message; an empty selector selects all Pods of the namespace',
  judge: judgeLabelSelector,
});

const TYPES = ['Ingress', 'Egress'];

export const POLICY_TYPES = defineRule<Rule<readonly string[]>>({
  id: 'network-policy-types',
  stage: 'judge',
  mistake: 'policy types other than `Ingress` and `Egress`, or more than two',
  suggestion: 'list `Ingress`, `Egress`, or both',
  judge(types, at) {
    if (types.length > TYPES.length) {
      at.invalid(list(types, 'networking.PolicyType'), 'may not specify more than two policyTypes', {
        suggestion: 'list Ingress and Egress once each',
      });
    } else {
      types.forEach((type, index) => {
        if (!TYPES.includes(type)) at.index(index).notSupported(type, TYPES);
      });
    }
  },
});
