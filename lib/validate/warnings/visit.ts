import { visitContainers as visit } from '../containers';
import type { FieldPath } from '../path';
import type { Container, PodSpec } from '../schema/types';

/** Makes a path when asked: most containers have nothing to be warned of. */
export type Place = () => FieldPath;

/** Calls `warn` for every container of a PodSpec, init containers first. */
export const visitContainers = (
  spec: PodSpec,
  path: FieldPath,
  warn: (container: Container, place: Place) => void,
): void => visit(spec, (container, list, index) => warn(container, () => path.child(list).index(index)));
