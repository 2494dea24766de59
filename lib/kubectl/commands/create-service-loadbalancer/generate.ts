import { KubectlError } from '../../errors';
import type { JsonObject } from '../../../go/object';
import { NO_PORT, serviceOf } from '../create-service/service';
import type { GeneratorInput } from '../generator-input';
import type { CREATE_SERVICE_LOAD_BALANCER_FLAGS } from './flags';

/** kubectl create service loadbalancer. */
export function generate(given: GeneratorInput<typeof CREATE_SERVICE_LOAD_BALANCER_FLAGS>): JsonObject {
  const { tcp } = given.values;
  if (!tcp.length) throw new KubectlError(NO_PORT);
  return serviceOf(given, { type: 'LoadBalancer', tcp });
}
