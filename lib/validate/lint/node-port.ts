import type { FieldPath } from '../path';
import { defineRule } from '../rule';
import type { ServiceSpec } from '../schema/types';
import type { Lint, Report } from './pod';

/** What --service-node-port-range of kube-apiserver is by default. */
const FIRST = 30_000;
const LAST = 32_767;

/**
 * A server refuses node ports outside its range, which its flag says, not the manifest (portallocator,
 * pkg/registry/core/service 1.30 to 1.37). It chooses a port itself if there is none, or 0.
 */
export const NODE_PORT_RANGE = defineRule<Lint>({
  id: 'node-port-range',
  stage: 'lint',
  section: 'services',
  level: 'warning',
  mistake: 'a `nodePort` or `healthCheckNodePort` of a Service outside 30000-32767',
  why: 'a cluster that was started without `--service-node-port-range` refuses the Service',
  suggestion: 'use a port from 30000 to 32767, or none, and the cluster chooses one',
  judgeService(spec, path, report) {
    spec.ports?.forEach(({ nodePort }, index) =>
      judgePort(nodePort, path.field('ports').index(index).field('nodePort'), report),
    );
    if (hasHealthCheck(spec)) judgePort(spec.healthCheckNodePort, path.field('healthCheckNodePort'), report);
  },
});

const hasHealthCheck = ({ type, externalTrafficPolicy }: ServiceSpec) =>
  type === 'LoadBalancer' && externalTrafficPolicy === 'Local';

function judgePort(port: number | undefined, path: FieldPath, report: Report): void {
  if (!port || (port >= FIRST && port <= LAST)) return;
  report(
    path,
    `${port} is not in the usual range of node ports, ${FIRST}-${LAST}: a cluster started without --service-node-port-range refuses it`,
    `use a port from ${FIRST} to ${LAST}, or remove ${path.last} and the cluster chooses one`,
  );
}
