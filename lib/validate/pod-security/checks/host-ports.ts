import type { Check } from '../check';
import { listed, plural, using } from '../wording';
import { defineRule } from '../../rule';

/** Ports of the node: policy/check_hostPorts.go, 1.36. */
export const HOST_PORTS = defineRule<Check>({
  id: 'pod-security-host-ports',
  stage: 'pod-security',
  mistake: 'baseline: a host port',
  suggestion: 'remove `hostPort` and use a Service',
  since: 0,
  judge({ containers, spec }) {
    const bad = containers.filter(({ container }) => container.ports?.some(({ hostPort }) => hostPort));
    if (!bad.length) return undefined;
    const ports = listed(
      bad.flatMap(({ container }) =>
        container.ports!.flatMap(({ hostPort }) => (hostPort ? String(hostPort) : [])),
      ),
    );
    const index = bad[0].container.ports!.findIndex(({ hostPort }) => hostPort);
    return {
      reason: 'hostPort',
      detail: `${using(bad)} ${plural('hostPort', ports.length)} ${ports.join(', ')}`,
      path: bad[0].path.field('ports').index(index).field('hostPort'),
      suggestion: spec.hostNetwork
        ? 'remove hostNetwork, which makes every port one of the node'
        : 'remove hostPort and use a Service',
    };
  },
});
