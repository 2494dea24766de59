import type { Field } from '../field';
import type { FieldPath } from '../path';
import { defineRule, type Rule } from '../rule';
import type { Container, ContainerPort, PodSpec } from '../schema/types';
import { portName, portNumber } from '../../apimachinery/ports';
import type { ContainerRule } from './container-subject';
import { judgeNameFormat } from './renaming';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** Ports of a container: validateContainerPorts, 1.36. */
export const PORTS = defineRule<ContainerRule>({
  id: 'container-ports',
  stage: 'judge',
  mistake: 'a port outside the range 1 to 65535, an unknown protocol, or a malformed or duplicate name',
  suggestion: 'fix the port, or give it a unique name',
  field: 'ports',
  judge({ container: { ports = [] } }, at) {
    const names = new Set<string>();
    ports.forEach((port, index) => judgePort(port, names, at.field('ports').index(index)));
  },
});

function judgePort(
  { name, containerPort = 0, hostPort = 0, protocol = '' }: ContainerPort,
  names: Set<string>,
  at: Field,
): void {
  if (name) judgeName(name, names, at.field('name'));
  if (containerPort === 0) {
    at.field('containerPort').required('', {
      suggestion: 'set the port that the container listens on',
    });
  } else {
    at.field('containerPort').invalidEach(containerPort, portNumber(containerPort), PORT_HINT);
  }
  if (hostPort !== 0) at.field('hostPort').invalidEach(hostPort, portNumber(hostPort), PORT_HINT);
  if (!PROTOCOLS.includes(protocol)) at.field('protocol').notSupported(protocol, PROTOCOLS);
}

const PORT_HINT = { suggestion: 'use a port from 1 to 65535' };

function judgeName(name: string, names: Set<string>, at: Field): void {
  judgeNameFormat(name, portName, at, {
    suggestion: 'use at most 15 lowercase letters, digits and single hyphens, such as "http-metrics"',
  });
  if (portName(name).length) return;
  if (names.has(name)) {
    at.duplicate(name, { suggestion: 'give each port of the container a unique name' });
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
  judge({ containers }, at) {
    const seen = new Map<string, FieldPath>();
    containers?.forEach((container, index) =>
      judgeHostPorts(container, at.field('containers').index(index), seen),
    );
  },
};

/** Nor do they within an init container, of which the server says it is the first. */
export const INIT_HOST_PORTS: ContainerRule = {
  id: HOST_PORT_UNIQUE.id,
  field: 'ports',
  judge({ container }, at) {
    if (container.ports) judgeHostPorts(container, at.sibling(0).shownAt(at), new Map());
  },
};

function judgeHostPorts({ ports = [] }: Container, at: Field, seen: Map<string, FieldPath>): void {
  ports.forEach(({ protocol = '', hostIP = '', hostPort = 0 }, index) => {
    if (hostPort === 0) return;
    const key = `${protocol}/${hostIP}/${hostPort}`;
    const place = at.field('ports').index(index).field('hostPort');
    const first = seen.get(key);
    if (!first) return void seen.set(key, place);
    place.duplicate(key, {
      suggestion: 'use another host port',
      related: [{ message: 'first seen here', path: first }],
    });
  });
}
