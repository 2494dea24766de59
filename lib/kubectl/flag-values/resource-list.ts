import { KubectlError } from '../errors';
import { parseQuantityText } from './quantity';

/** Amounts by resource, as `cpu=1,memory=1Gi` (populateResourceListV1 and parseResourceList, 1.37). */
export function resourceList(
  text: string,
  problem = 'Invalid argument syntax',
): [resource: string, quantity: string][] {
  return text.split(',').map((statement) => {
    const parts = statement.split('=');
    if (parts.length !== 2) {
      throw new KubectlError(`${problem} ${statement}, expected <resource>=<value>`);
    }
    return [parts[0], parseQuantityText(parts[1])];
  });
}
