import type { FieldPath } from '../path';
import type { Container, PodSpec } from '../schema/types';

/** Makes a path when asked: most containers have nothing to be warned of. */
export type Place = () => FieldPath;

const LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/**
 * Calls `visit` for every container of a PodSpec, init containers first: VisitContainersWithPath,
 * pkg/apis/core/pods 1.36.
 */
export function visitContainers(
  spec: PodSpec,
  path: FieldPath,
  visit: (container: Container, place: Place) => void,
): void {
  for (const list of LISTS) {
    const containers: readonly Container[] | undefined = spec[list];
    containers?.forEach((container, index) => visit(container, () => path.child(list).index(index)));
  }
}
