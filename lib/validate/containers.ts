import type { Container, PodSpec } from './schema/types';

/** Field of a PodSpec that holds containers. */
export type ContainerList = 'initContainers' | 'containers' | 'ephemeralContainers';

/** What a container is for: `sidecar` is an init container with restartPolicy Always. */
export type ContainerRole = 'init' | 'sidecar' | 'main' | 'ephemeral';

/** In the order of VisitContainersWithPath, pkg/api/v1/pod 1.36. */
const LISTS: readonly ContainerList[] = ['initContainers', 'containers', 'ephemeralContainers'];

type Visit = (container: Container, list: ContainerList, index: number) => void;

/**
 * Calls `visit` for every container of a PodSpec: init containers, containers, ephemeral ones, or those of
 * the given lists. It makes no path, which most callers need only once they have found something.
 */
export function visitContainers(spec: PodSpec, visit: Visit, lists = LISTS): void {
  for (const list of lists) {
    const containers: readonly Container[] | undefined = spec[list];
    containers?.forEach((container, index) => visit(container, list, index));
  }
}

/** Whether an init container is a native sidecar, which runs on beside the main containers. */
export const isSidecar = ({ restartPolicy }: { readonly restartPolicy?: string }) =>
  restartPolicy === 'Always';

export function roleOf(container: Container, list: ContainerList): ContainerRole {
  if (list === 'containers') return 'main';
  if (list === 'ephemeralContainers') return 'ephemeral';
  return isSidecar(container) ? 'sidecar' : 'init';
}
