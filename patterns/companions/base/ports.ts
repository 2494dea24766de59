import type { Container } from '../../../lib/k8s';
import { misuse } from '../../../lib/options/misuse';
import type { PodTemplate } from '../../../lib/pod/pod-template';
import type { CompanionProps } from '../options';

const tcpPorts = ({ ports = [] }: Container) =>
  ports.filter(({ protocol = 'TCP' }) => protocol === 'TCP').map(({ containerPort }) => containerPort);

/**
 * Takes the ports of a companion.
 *
 * @throws Error if another companion listens on one of them, or a container declares one of `listenPorts`.
 *   Ports that two containers declare are a matter of the rule `port-conflict`.
 */
export function takePorts(
  pod: PodTemplate,
  { container, port, listenPorts = [] }: CompanionProps,
  name: string,
) {
  const undeclared = new Set([...(port === undefined ? [] : [port]), ...listenPorts]);
  const declared = tcpPorts(container);
  for (const each of new Set([...undeclared, ...declared])) {
    const other =
      pod._takePort(each, name) ?? (declared.includes(each) ? undefined : ownerOf(pod, name, each));
    if (other === undefined) continue;
    throw misuse(
      `companion "${name}"`,
      `listens on port ${each}, which container "${other}" uses: the containers of a Pod share its ports, so use different ports`,
    );
  }
}

const ownerOf = (pod: PodTemplate, companion: string, port: number): string | undefined =>
  [...pod.containers, ...pod.initContainers].find(
    (container) => container.name !== companion && tcpPorts(container).includes(port),
  )?.name;
