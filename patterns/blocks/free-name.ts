import type { PodTemplate } from '../../lib/pod/pod-template';

/** The name, or with a number where the Pod has a volume of the name already. */
export const freeVolumeName = (pod: PodTemplate, name: string) =>
  numberedName(name, (candidate) => pod.tryVolume(candidate) !== undefined);

/** The name, or with a number where the Pod has a container of the name already. */
export const freeContainerName = (pod: PodTemplate, name: string) =>
  numberedName(name, (candidate) => pod.tryContainer(candidate) !== undefined);

function numberedName(name: string, isTaken: (candidate: string) => boolean): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (!isTaken(candidate)) return candidate;
  }
}

/** The port, or the next that no container of the Pod has among its ports. */
export function freePort(pod: PodTemplate, port: number): number {
  const taken = [...pod.containers, ...pod.initContainers].flatMap(({ ports = [] }) =>
    ports.map(({ containerPort }) => containerPort),
  );
  let free = port;
  while (taken.includes(free)) free++;
  return free;
}
