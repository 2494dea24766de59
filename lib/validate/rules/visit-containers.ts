import { type ContainerList, visitContainers as visit } from '../containers';
import type { FieldPath } from '../path';
import type { Container, PodSpec } from '../schema/types';

/** Calls `judge` for every container, with its path. */
export const visitContainers = (
  spec: PodSpec,
  path: FieldPath,
  judge: (container: Container, list: ContainerList, path: FieldPath) => void,
): void => visit(spec, (container, list, index) => judge(container, list, path.child(list).index(index)));
