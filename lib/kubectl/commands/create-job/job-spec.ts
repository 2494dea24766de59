import { goList, type JsonObject, struct } from '../../../go/object';
import { objectMeta } from '../../object-meta';

/** The spec of a Job with one container. */
export function jobSpec(
  name: string,
  image: string,
  args: readonly string[],
  restartPolicy: string,
  minor: number,
): JsonObject {
  const container = struct({ name, image: image || undefined, command: goList(args), resources: {} });
  return { template: { metadata: objectMeta({}, minor), spec: { containers: [container], restartPolicy } } };
}
