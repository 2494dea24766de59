import { KubectlError } from '../../errors';
import type { JsonObject } from '../../../go/object';
import { NO_PORT, serviceOf } from '../create-service/service';
import type { GeneratorInput } from '../generator-input';
import type { CREATE_SERVICE_CLUSTER_IP_FLAGS } from './flags';

/** kubectl create service clusterip. */
export function generate(given: GeneratorInput<typeof CREATE_SERVICE_CLUSTER_IP_FLAGS>): JsonObject {
  const { tcp, clusterip } = given.values;
  if (clusterip !== 'None' && !tcp.length) throw new KubectlError(NO_PORT);
  return serviceOf(given, { type: 'ClusterIP', tcp, clusterIP: clusterip || undefined });
}
