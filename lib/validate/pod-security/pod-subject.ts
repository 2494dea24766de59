import { visitContainers } from '../containers';
import type { FieldPath } from '../path';
import type { Container, ObjectMeta, PodSpec } from '../schema/types';

/** A container and its place. */
export interface PlacedContainer {
  readonly name: string;
  readonly container: Container;
  readonly path: FieldPath;
}

/** A Pod or a template, as the checks look at it. */
export interface PodSubject {
  /** Pods have some fields filled in that templates have not. */
  readonly isPod: boolean;
  readonly metadata: ObjectMeta;
  readonly spec: PodSpec;
  /** The way to what has `metadata` and `spec`. */
  readonly path: FieldPath;
  /**
   * All containers in the order of the checks (visitContainers, pod-security-admission policy/visitor.go
   * 1.36).
   */
  readonly containers: readonly PlacedContainer[];
}

export function podSubject(
  metadata: ObjectMeta = {},
  spec: PodSpec = {},
  path: FieldPath,
  isPod: boolean,
): PodSubject {
  const containers: PlacedContainer[] = [];
  visitContainers(spec, (container, list, index) => {
    const place = path.field('spec', list).index(index);
    containers.push({ name: container.name ?? '', container, path: place });
  });
  return { isPod, metadata, spec, path, containers };
}

/** Of a policy version that lets Windows Pods be (1.25 on). */
export const isWindows = ({ spec }: PodSubject) => spec.os?.name === 'windows';

/**
 * A Pod in a user namespace: its root is nobody on the node (relaxPolicyForUserNamespacePod,
 * policy/helpers.go 1.36).
 */
export const hasOwnUsers = ({ spec }: PodSubject) => spec.hostUsers === false;
