import { CONTAINER_LISTS, type ContainerList } from '../containers';
import type { FieldPath } from '../path';
import type { Container, EphemeralContainer, PodSpec } from '../schema/types';

/**
 * Calls `visit` for every container: init containers, containers, ephemeral ones (VisitContainersWithPath,
 * 1.36).
 */
export function visitContainers<P extends FieldPath>(
  spec: PodSpec,
  path: P,
  visit: (container: Container, list: ContainerList, path: P) => void,
): void {
  for (const list of CONTAINER_LISTS) {
    spec[list]?.forEach((container: Container | EphemeralContainer, index) =>
      visit(container, list, path.field(list).index(index)),
    );
  }
}
