import { CONTAINER_LISTS } from '../containers';
import type { FieldPath } from '../path';
import type { Container, PodSpec } from '../schema/types';

/** Makes a path when asked: most containers have nothing to be warned of. */
export type Place = () => FieldPath;

/**
 * Calls `visit` for every container of a PodSpec, init containers first: VisitContainersWithPath,
 * pkg/apis/core/pods 1.36.
 */
export function visitContainers(
  spec: PodSpec,
  path: FieldPath,
  visit: (container: Container, place: Place) => void,
): void {
  for (const list of CONTAINER_LISTS) {
    const containers: readonly Container[] | undefined = spec[list];
    containers?.forEach((container, index) => visit(container, () => path.field(list).index(index)));
  }
}
