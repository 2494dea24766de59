import type { FieldPath } from '../path';
import type { Container, EphemeralContainer, PodSpec } from '../schema/types';

export type ContainerList = 'initContainers' | 'containers' | 'ephemeralContainers';

/**
 * Calls `visit` for every container: init containers, containers, ephemeral ones (VisitContainersWithPath,
 * 1.36).
 */
export function visitContainers(
  spec: PodSpec,
  path: FieldPath,
  visit: (container: Container, list: ContainerList, path: FieldPath) => void,
): void {
  for (const list of LISTS) {
    spec[list]?.forEach((container: Container | EphemeralContainer, index) =>
      visit(container, list, path.child(list).index(index)),
    );
  }
}

const LISTS: readonly ContainerList[] = ['initContainers', 'containers', 'ephemeralContainers'];
