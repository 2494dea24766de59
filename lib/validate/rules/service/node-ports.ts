import type { Cluster } from '../../cluster';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { ServicePort, ServiceSpec } from '../../schema/types';
import { isExposed, needsHealthCheck } from './subject';

/**
 * Node ports that the manifest asks for twice: initNodePorts and allocHealthCheckNodePort,
 * pkg/registry/core/service/storage 1.36. Whether other Services have them is not known. A server only asks
 * whether they are in its range if it is no dry run.
 */
export const NODE_PORTS = defineRule<Rule<ServiceSpec>>({
  id: 'node-port-taken',
  stage: 'judge',
  mistake: 'a node port of two ports of a Service, or of a port and its health check',
  suggestion: 'use another node port, or leave it out',
  judge(spec, at) {
    const taken = new Set<number>();
    if (at.reports(() => takeAll(spec, taken, at.field('ports')))) return;
    if (needsHealthCheck(spec)) judgeHealthCheck(spec.healthCheckNodePort ?? 0, taken, at);
  },
});

/** Takes the node port of each port; ports with the same number share one. */
function takeAll(spec: ServiceSpec, taken: Set<number>, at: Field): void {
  if (!isExposed(spec)) return;
  const asked = nodePortsAsked(spec);
  for (const [index, wanted] of asked.entries()) {
    if (wanted === 0) continue;
    const problem = taken.has(wanted) ? TAKEN : outOfRange(wanted, at.cluster);
    if (problem) return at.index(index).field('nodePort').invalid(wanted, problem, HINT);
    taken.add(wanted);
  }
}

/** The node port that each port newly asks for: that of any with the same number, 0 if there is none. */
function nodePortsAsked(spec: ServiceSpec): number[] {
  const { ports = [] } = spec;
  const shared = new Map<number | undefined, number>();
  return ports.map(({ port, nodePort = 0 }) => {
    if (nodePort === 0 && !allocates(spec)) return 0;
    const known = shared.get(port);
    if (known !== undefined) return nodePort === known ? 0 : nodePort;
    const wanted = ports.find(asks(port))?.nodePort ?? 0;
    shared.set(port, wanted);
    return wanted;
  });
}

/** shouldAllocateNodePorts, 1.36. */
const allocates = ({ type, allocateLoadBalancerNodePorts }: ServiceSpec) =>
  type === 'NodePort' || (type === 'LoadBalancer' && allocateLoadBalancerNodePorts !== false);

const asks =
  (number: number | undefined) =>
  ({ port, nodePort }: ServicePort): boolean =>
    port === number && Boolean(nodePort);

function judgeHealthCheck(port: number, taken: ReadonlySet<number>, at: Field): void {
  if (port === 0 || !taken.has(port)) return;
  at.field('healthCheckNodePort').failStorage(
    `failed to allocate requested HealthCheck NodePort ${port}: ${TAKEN}`,
    HINT.suggestion,
  );
}

/** ErrNotInRange, pkg/registry/core/service/portallocator 1.36. */
function outOfRange(port: number, { nodePorts }: Cluster): string | undefined {
  if (!nodePorts) return undefined;
  const [first, last] = nodePorts;
  return port < first || port > last
    ? `provided port is not in the valid range. The range of valid ports is ${first}-${last}`
    : undefined;
}

const TAKEN = 'provided port is already allocated';
const HINT = { suggestion: 'use another node port, or leave it out' };

/** What a dry run gives to the first port that asks for none. */
const FIRST_OF_DRY_RUN = 32_769;

/** The node port of each port, if it has one or gets one: initNodePorts, 1.36. */
export function nodePortsOf(spec: ServiceSpec): number[] {
  const { ports = [] } = spec;
  if (!allocates(spec)) return ports.map(({ nodePort = 0 }) => nodePort);
  const shared = new Map<number | undefined, number>();
  let last: number | undefined;
  const take = (wanted: number | undefined) => {
    const taken = wanted ?? (last === undefined ? FIRST_OF_DRY_RUN : last + 1);
    last = Math.max(last ?? 0, taken);
    return taken;
  };
  return ports.map(({ port, nodePort }) => {
    const known = shared.get(port);
    if (known !== undefined) return nodePort && nodePort !== known ? take(nodePort) : known;
    const own = take(ports.find(asks(port))?.nodePort);
    shared.set(port, own);
    return own;
  });
}
