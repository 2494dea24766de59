import { amountsOf } from '../pod-amounts';
import type { PodSpec, Scalar } from '../schema/types';

type Amounts = { [resource: string]: Scalar };

const isHugePage = (resource: string) => resource.startsWith('hugepages-');
const isPodLevel = (resource: string) => resource === 'cpu' || resource === 'memory' || isHugePage(resource);

/** What a server fills in of a Pod's own resources: defaultHugePagePodLimits and defaultPodRequests, 1.36. */
export function defaultPodResources(spec: PodSpec): void {
  const { resources } = spec;
  if (!resources) return;
  if (isFilled(resources.limits) || isFilled(resources.requests)) {
    const limits = hugePageLimits(spec, { ...resources.limits }, resources.requests ?? {});
    if (isFilled(limits)) resources.limits = limits;
  }
  if (isFilled(resources.limits)) {
    resources.requests = podRequests(spec, { ...resources.requests }, resources.limits!);
  }
}

const isFilled = (amounts: Amounts | undefined) => amounts !== undefined && Object.keys(amounts).length > 0;

function hugePageLimits(spec: PodSpec, limits: Amounts, requests: Amounts): Amounts {
  for (const [resource, sum] of amountsOf(spec, 'limits')) {
    if (isHugePage(resource) && !Object.hasOwn(requests, resource) && !Object.hasOwn(limits, resource)) {
      limits[resource] = sum.toString();
    }
  }
  return limits;
}

/** What the containers request together, else the Pod's limits. */
function podRequests(spec: PodSpec, requests: Amounts, limits: Amounts): Amounts {
  for (const [resource, sum] of amountsOf(spec, 'requests')) {
    if (isPodLevel(resource) && !isHugePage(resource) && !Object.hasOwn(requests, resource)) {
      requests[resource] = sum.toString();
    }
  }
  for (const resource in limits) {
    if (isPodLevel(resource) && !Object.hasOwn(requests, resource)) requests[resource] = limits[resource];
  }
  return requests;
}
