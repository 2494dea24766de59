import type { FieldPath } from '../path';
import type { Rule } from '../rule';
import type { Container, ContainerPort, PodSpec } from '../schema/types';
import type { Verdict } from '../verdict';
import { portName, portNumber } from '../vocabulary/ports';
import type { ContainerRule } from './container-subject';

const PROTOCOLS = ['SCTP', 'TCP', 'UDP'];

/** Ports of a container: validateContainerPorts, 1.36. */
export const PORTS: ContainerRule = {
  id: 'container-ports',
  judge({ container: { ports = [] } }, path, verdict) {
    const names = new Set<string>();
    ports.forEach((port, index) => judgePort(port, names, path.child('ports').index(index), verdict));
  },
};

function judgePort({ name, containerPort = 0, hostPort = 0, protocol = '' }: ContainerPort, names: Set<string>, path: FieldPath, verdict: Verdict): void {
  if (name) judgeName(name, names, path.child('name'), verdict);
  if (containerPort === 0) verdict.required(path.child('containerPort'), '', { remedy: 'set the port that the container listens on' });
  else verdict.invalidEach(path.child('containerPort'), containerPort, portNumber(containerPort), PORT_HINT);
  if (hostPort !== 0) verdict.invalidEach(path.child('hostPort'), hostPort, portNumber(hostPort), PORT_HINT);
  if (!PROTOCOLS.includes(protocol)) verdict.notSupported(path.child('protocol'), protocol, PROTOCOLS);
}

const PORT_HINT = { remedy: 'use a port from 1 to 65535' };

function judgeName(name: string, names: Set<string>, path: FieldPath, verdict: Verdict): void {
  const messages = portName(name);
  verdict.invalidEach(path, name, messages, { remedy: 'use at most 15 small letters, digits and single dashes, such as "http-metrics"' });
  if (messages.length) return;
  if (names.has(name)) verdict.duplicate(path, name, { remedy: 'give each port of the container its own name' });
  names.add(name);
}

/** Host ports do not collide: among all ordinary containers, and within each init container (checkHostPortConflicts, 1.36). */
export const HOST_PORTS: Rule<PodSpec> = {
  id: 'host-port-unique',
  judge({ containers = [], initContainers = [] }, path, verdict) {
    judgeHostPorts(containers, path.child('containers'), verdict);
    initContainers.forEach((container) => judgeHostPorts([container], path.child('initContainers'), verdict));
  },
};

function judgeHostPorts(containers: readonly Container[], path: FieldPath, verdict: Verdict): void {
  const seen = new Set<string>();
  containers.forEach(({ ports = [] }, container) => ports.forEach(({ protocol = '', hostIP = '', hostPort = 0 }, port) => {
    if (hostPort === 0) return;
    const key = `${protocol}/${hostIP}/${hostPort}`;
    if (seen.has(key)) verdict.duplicate(path.index(container).child('ports').index(port).child('hostPort'), key, { remedy: 'use another host port' });
    seen.add(key);
  }));
}
