import { CONTAINER_LISTS } from '../containers';
import type { Field } from '../field';
import type { Container, PodSpec } from '../schema/types';

/**
 * Calls `visit` for every container of a PodSpec, init containers first: VisitContainersWithPath,
 * pkg/apis/core/pods 1.36. A field is made only when asked for: most containers cause no warning.
 */
export function visitContainers(
  spec: PodSpec,
  at: Field,
  visit: (container: Container, place: () => Field) => void,
): void {
  for (const list of CONTAINER_LISTS) {
    const containers: readonly Container[] | undefined = spec[list];
    containers?.forEach((container, index) => visit(container, () => at.field(list).index(index)));
  }
}
