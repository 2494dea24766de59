import type { FieldPath } from '../path';
import type { Container, EphemeralContainer, PodSpec } from '../schema/types';

/** Calls `visit` for every container of a PodSpec, init containers first: VisitContainersWithPath, pkg/apis/core/pods 1.36. */
export function visitContainers(spec: PodSpec, path: FieldPath, visit: (container: Container, path: FieldPath) => void): void {
  spec.initContainers?.forEach((container, index) => visit(container, path.child('initContainers').index(index)));
  spec.containers?.forEach((container, index) => visit(container, path.child('containers').index(index)));
  spec.ephemeralContainers?.forEach((container: EphemeralContainer, index) => visit(container, path.child('ephemeralContainers').index(index)));
}
