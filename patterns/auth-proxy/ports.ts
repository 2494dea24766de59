import type { Container, ContainerPort } from '../../lib/k8s';
import { misuse } from '../../lib/options/misuse';

/** Whether a declared port is the TCP port of a number. */
export function isTcp({ containerPort, protocol = 'TCP' }: ContainerPort, port: number): boolean {
  return containerPort === port && protocol === 'TCP';
}

/**
 * The proxy with its port declared as the main container's was.
 *
 * @throws Error if both have names: a Service can mean only one of them
 */
export function movePort(main: Container, proxy: Container, from: number, to: number): Container {
  const { ports = [] } = proxy;
  const declared = (main.ports ?? []).find((port) => isTcp(port, from));
  const own = ports.find((port) => isTcp(port, to));
  if (declared?.name && own?.name && declared.name !== own.name) {
    throw misuse(
      'AuthProxy',
      `port ${from} of "${main.name}" is named "${declared.name}" and port ${to} of "${proxy.name}" "${own.name}": a Service must only reach the proxy, so remove the name from "${main.name}"`,
    );
  }
  const moved = { ...declared, ...own, containerPort: to };
  return { ...proxy, ports: own ? ports.map((port) => (port === own ? moved : port)) : [...ports, moved] };
}
