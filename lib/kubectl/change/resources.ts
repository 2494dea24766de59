import { BAD_FORMAT, parseQuantity } from '../../apimachinery/quantity';
import { KubectlError } from '../errors';
import { type Amounts, type PodSpec, selectedContainers } from './pod-spec';

/** The limits and requests that are set; a part that is undefined stays as it is. */
export interface ResourceChange {
  readonly limits?: Amounts;
  readonly requests?: Amounts;
}

/** Reads `cpu=100m,memory=256Mi` (populateResourceListV1, kubectl 1.36). */
export function amountsIn(text: string): Amounts | undefined {
  if (text === '') return undefined;
  return Object.fromEntries(
    text.split(',').map((statement) => {
      const [resource, amount, ...more] = statement.split('=');
      if (amount === undefined || more.length) {
        throw new KubectlError(`Invalid argument syntax ${statement}, expected <resource>=<value>`);
      }
      const quantity = amount.trim() === amount ? parseQuantity(amount) : BAD_FORMAT;
      if (typeof quantity === 'string') throw new KubectlError(quantity);
      return [resource, amount];
    }),
  );
}

/** Sets amounts in the containers that are selected; whether there are any. */
export function setResources(spec: PodSpec, selector: string, { limits, requests }: ResourceChange): boolean {
  const containers = selectedContainers(spec, selector);
  for (const container of containers) {
    const resources = (container.resources ??= {});
    if (limits) resources.limits = { ...resources.limits, ...limits };
    if (requests) resources.requests = { ...resources.requests, ...requests };
  }
  return containers.length > 0;
}
