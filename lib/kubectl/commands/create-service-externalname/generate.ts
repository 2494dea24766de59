import { dnsSubdomain } from '../../../apimachinery/dns';
import { KubectlError } from '../../errors';
import type { JsonObject } from '../../../go/object';
import { serviceOf } from '../create-service/service';
import type { GeneratorInput } from '../generator-input';
import type { CREATE_SERVICE_EXTERNAL_NAME_FLAGS } from './flags';

/** kubectl create service externalname. */
export function generate(given: GeneratorInput<typeof CREATE_SERVICE_EXTERNAL_NAME_FLAGS>): JsonObject {
  const { tcp, 'external-name': externalName } = given.values;
  if (dnsSubdomain(externalName).length) {
    throw new KubectlError(`invalid service external name ${externalName}`);
  }
  return serviceOf(given, { type: 'ExternalName', tcp, externalName });
}
