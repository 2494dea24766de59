import type { FieldPath } from '../path';
import { defineRule, type Rule } from '../rule';
import type { Container, ContainerPort, PodSpec } from '../schema/types';
import type { Verdict } from '../verdict';
import { portName, portNumber } from '../../apimachinery/ports';
import type { ContainerRule } from './container-subject';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** Ports of a container: validateContainerPorts, 1.36. */
export const PORTS = defineRule<ContainerRule>({
  id: 'container-ports',
  stage: 'judge',
  mistake: 'a port outside the range 1 to 65535, an unknown protocol, or a malformed or duplicate name',
  suggestion: 'fix the port, or give it a unique name',
  field: 'ports',
  judge({ container: { ports = [] } }, path, verdict) {
    const names = new Set<string>();
    ports.forEach((port, index) => judgePort(port, names, path.field('ports').index(index), verdict));
  },
});

function judgePort(
  { name, containerPort = 0, hostPort = 0, protocol = '' }: ContainerPort,
  names: Set<string>,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (name) judgeName(name, names, path.field('name'), verdict);
  if (containerPort === 0) {
    verdict.required(path.field('containerPort'), '', {
      suggestion: 'set the port that the container listens on',
    });
  } else {
    verdict.invalidEach(path.field('containerPort'), containerPort, portNumber(containerPort), PORT_HINT);
  }
  if (hostPort !== 0) verdict.invalidEach(path.field('hostPort'), hostPort, portNumber(hostPort), PORT_HINT);
  if (!PROTOCOLS.includes(protocol)) verdict.notSupported(path.field('protocol'), protocol, PROTOCOLS);
}

const PORT_HINT = { suggestion: 'use a port from 1 to 65535' };

function judgeName(name: string, names: Set<string>, path: FieldPath, verdict: Verdict): void {
  const messages = portName(name);
  verdict.invalidEach(path, name, messages, {
    suggestion: 'use at most 15 lowercase letters, digits and single hyphens, such as "http-metrics"',
  });
  if (messages.length) return;
  if (names.has(name)) {
    verdict.duplicate(path, name, { suggestion: 'give each port of the container a unique name' });
  }
  names.add(name);
}

export const HOST_PORT_UNIQUE = defineRule({
  id: 'host-port-unique',
  stage: 'judge',
  mistake: 'two ports with the same host port',
  suggestion: 'use another host port or remove it',
});

/** Host ports do not collide among all ordinary containers: checkHostPortConflicts, 1.36. */
export const HOST_PORTS: Rule<PodSpec> = {
  id: HOST_PORT_UNIQUE.id,
  judge({ containers }, path, verdict) {
    const seen = new Map<string, FieldPath>();
    containers?.forEach((container, index) => {
      const place = path.field('containers').index(index);
      judgeHostPorts(container, place, place, seen, verdict);
    });
  },
};

/** Nor do they within an init container, of which the server says it is the first. */
export const INIT_HOST_PORTS: ContainerRule = {
  id: HOST_PORT_UNIQUE.id,
  field: 'ports',
  judge({ container }, path, verdict) {
    if (container.ports) judgeHostPorts(container, path.sibling(0), path, new Map(), verdict);
  },
};

function judgeHostPorts(
  { ports = [] }: Container,
  path: FieldPath,
  place: FieldPath,
  seen: Map<string, FieldPath>,
  verdict: Verdict,
): void {
  ports.forEach(({ protocol = '', hostIP = '', hostPort = 0 }, index) => {
    if (hostPort === 0) return;
    const key = `${protocol}/${hostIP}/${hostPort}`;
    const at = place.field('ports').index(index).field('hostPort');
    const first = seen.get(key);
    if (!first) return void seen.set(key, at);
    verdict.duplicate(path.field('ports').index(index).field('hostPort'), key, {
      suggestion: 'use another host port',
      at,
      related: [{ message: 'first seen here', path: first }],
    });
  });
}
