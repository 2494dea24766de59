import { KubectlError } from '../../errors';
import type { JsonObject } from '../../../go/object';
import { toInt32 } from '../../../go/atoi';
import { NO_PORT, serviceOf } from '../create-service/service';
import type { GeneratorInput } from '../generator-input';
import type { CREATE_SERVICE_NODE_PORT_FLAGS } from './flags';

/** kubectl create service nodeport. */
export function generate(given: GeneratorInput<typeof CREATE_SERVICE_NODE_PORT_FLAGS>): JsonObject {
  const { tcp, 'node-port': nodePort } = given.values;
  if (!tcp.length) throw new KubectlError(NO_PORT);
  return serviceOf(given, { type: 'NodePort', tcp, nodePort: toInt32(nodePort) || undefined });
}
