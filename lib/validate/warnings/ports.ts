import type { Field } from '../field';
import { defineRule, type Rule } from '../rule';
import type { ContainerPort, PodSpec } from '../schema/types';
import { quote } from '../../go/format';
import { visitContainers } from './visit';
import { warnAt } from './warn-at';

interface PlacedPort {
  readonly port: ContainerPort;
  readonly at: Field;
}

/**
 * A server shows no more than 4096 characters of warnings: what is beyond this many conflicts is never seen.
 */
const MAX_CONFLICTS = 1000;

/**
 * Ports that several containers of a Pod claim, or one container twice: warningsForPodSpecAndMeta,
 * pkg/api/pod 1.30 to 1.36.
 */
export const PORT_CONFLICTS = defineRule<Rule<PodSpec>>({
  id: 'port-definition',
  stage: 'warn',
  mistake: 'a port that is defined twice, overlaps another, or has a host address without a host port',
  suggestion: 'remove one of them, or set `hostPort`',
  judge(spec, at) {
    const known = new Map<string, PlacedPort[]>();
    let conflicts = 0;
    visitPorts(spec, at, (placed) => {
      if (placed.port.hostIP && !placed.port.hostPort) warnOfIdleHostIp(placed);
      const key = `${placed.port.containerPort ?? 0}/${placed.port.protocol ?? ''}`;
      const others = known.get(key);
      if (!others) return known.set(key, [placed]);
      if (conflicts < MAX_CONFLICTS) conflicts += warnOfConflicts(placed, others);
      return others.push(placed);
    });
  },
});

/** Port names that several containers of a Pod give: warningsForPodSpecAndMeta, pkg/api/pod 1.33 to 1.36. */
export const PORT_NAMES = defineRule<Rule<PodSpec>>({
  id: 'port-name-unique',
  stage: 'warn',
  mistake: 'two containers with the same port name: Services and probes use only one of them',
  suggestion: 'rename one of them',
  judge(spec, at) {
    const known = new Map<string, Field>();
    visitPorts(spec, at, ({ port: { name }, at: place }) => {
      if (!name) return;
      const other = known.get(name);
      if (!other) {
        known.set(name, place);
      } else {
        warnAt(
          place,
          `duplicate port name ${quote(name)} with ${other}, services and probes that select ports by name will use ${other}`,
          'rename it',
          {
            related: [{ message: 'this one is used', path: other }],
          },
        );
      }
    });
  },
});

function visitPorts(spec: PodSpec, at: Field, visit: (placed: PlacedPort) => void): void {
  visitContainers(spec, at, ({ ports }, place) => {
    if (!ports) return;
    const list = place().field('ports');
    ports.forEach((port, index) => visit({ port, at: list.index(index) }));
  });
}

/** Shows the port as Go prints a struct. */
function warnOfIdleHostIp({ port, at }: PlacedPort): void {
  const { name = '', hostPort = 0, containerPort = 0, protocol = '', hostIP = '' } = port;
  const shown = `{Name:${name} HostPort:${hostPort} ContainerPort:${containerPort} Protocol:${protocol} HostIP:${hostIP}}`;
  warnAt(at, `hostIP set without hostPort: ${shown}`, 'set hostPort, or remove hostIP');
}

/** Returns how many there are. */
function warnOfConflicts({ port, at }: PlacedPort, others: readonly PlacedPort[]): number {
  let conflicts = 0;
  for (const other of others) {
    const conflict = conflictOf(port, other.port);
    if (!conflict) continue;
    warnAt(at, `${conflict} port definition with ${other.at}`, 'remove one of them', {
      related: [{ message: 'first seen here', path: other.at }],
    });
    conflicts++;
  }
  return conflicts;
}

function conflictOf(one: ContainerPort, other: ContainerPort): string | undefined {
  const [ip, otherIp] = [one.hostIP ?? '', other.hostIP ?? ''];
  const [port, otherPort] = [one.hostPort ?? 0, other.hostPort ?? 0];
  if (ip === otherIp && port === otherPort) return 'duplicate';
  if (port === 0 || otherPort === 0) return 'overlapping';
  return port === otherPort && (ip === '') !== (otherIp === '') ? 'dangerously ambiguous' : undefined;
}
