import { defineRule, type Rule } from '../../rule';
import type { PodSpec } from '../../schema/types';

/**
 * On the network of the node, ports are the node's: validatePodHostNetworkDeps, 1.36. A Pod's have been
 * filled in; a template's need not be there.
 */
export const HOST_NETWORK_PORTS = defineRule<Rule<PodSpec>>({
  id: 'pod-host-network-ports',
  stage: 'judge',
  mistake: '`hostNetwork` with a `hostPort` that differs from its `containerPort`',
  suggestion: 'remove `hostPort`',
  field: 'hostNetwork',
  judge({ hostNetwork, containers = [] }, at) {
    if (!hostNetwork) return;
    containers.forEach(({ ports = [] }, index) =>
      ports.forEach(({ hostPort = 0, containerPort = 0 }, number) => {
        if (hostPort === 0 || hostPort === containerPort) return;
        const place = at.field('containers').index(index).field('ports').index(number).field('hostPort');
        place.invalid(hostPort, 'must match `containerPort` when `hostNetwork` is true', {
          suggestion: 'remove hostPort',
        });
      }),
    );
  },
});
