import { amountsOf } from '../pod-amounts';
import type { PodSpec, ResourceRequirements, Scalar } from '../schema/types';
import { amountOf } from '../../apimachinery/parse-quantity';

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

/** The same, and more: DefaultPodLevelResources, pkg/api/pod 1.37. */
export function defaultAllPodResources(spec: PodSpec): void {
  const { resources } = spec;
  if (!resources || !(isFilled(resources.limits) || isFilled(resources.requests))) return;
  const limits = hugePageLimits(spec, { ...resources.limits }, resources.requests ?? {});
  if (isFilled(limits)) resources.limits = limits;
  const requests = podRequests(spec, { ...resources.requests }, limits);
  if (isFilled(requests)) resources.requests = requests;
  const more = podLimits(spec, limits, requests);
  if (isFilled(more)) resources.limits = more;
}

/** Whether a Pod has resources of its own: IsPodLevelResourcesSet, pkg/apis/core/helper 1.37. */
export const hasPodResources = ({ requests, limits }: ResourceRequirements) =>
  Object.keys({ ...requests, ...limits }).some(isPodLevel);

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

/** What the containers may take together if each has a limit, and at least what the Pod requests. */
function podLimits(spec: PodSpec, limits: Amounts, requests: Amounts): Amounts {
  const all = [
    ...(spec.containers ?? []),
    ...(spec.initContainers ?? []),
    ...(spec.ephemeralContainers ?? []),
  ];
  const wanted = Object.keys(requests).filter(
    (resource) =>
      isPodLevel(resource) &&
      !Object.hasOwn(limits, resource) &&
      all.every(({ resources }) => resources?.limits && Object.hasOwn(resources.limits, resource)),
  );
  if (!wanted.length) return limits;
  const sums = amountsOf(spec, 'limits');
  for (const resource of wanted) {
    const sum = sums.get(resource);
    if (!sum) continue;
    limits[resource] = amountOf(requests[resource]).compare(sum) > 0 ? requests[resource] : sum.toString();
  }
  return limits;
}
