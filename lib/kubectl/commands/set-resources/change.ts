import { resourceList } from '../../flag-values/resource-list';
import { type Amounts, type PodSpec, selectedContainers } from '../../change/pod-spec';

/** The limits and requests that are set; a part that is undefined stays as it is. */
export interface ResourceChange {
  readonly limits?: Amounts;
  readonly requests?: Amounts;
}

/** Reads `cpu=100m,memory=256Mi`; empty text sets nothing. */
export const amountsIn = (text: string, minor: number): Amounts | undefined =>
  text === ''
    ? undefined
    : Object.fromEntries(resourceList(text, minor >= 37 ? 'invalid argument syntax' : undefined));

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
