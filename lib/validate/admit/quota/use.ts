import { parseQuantity } from '../../../apimachinery/parse-quantity';
import { Quantity } from '../../../apimachinery/quantity';
import { hasPodResources } from '../../defaults/pod-resources';
import { isOn } from '../../gates/gates';
import type { AnyObject } from '../../kinds/strategy';
import { isExtended, isHugePage, isNative } from '../../rules/resource-names';
import type { Kind } from '../../schema/schema';
import type { Container, PersistentVolumeClaim, Pod, Service } from '../../schema/types';
import { podUse, type Use, useOf } from '../pod-use';
import { claimUse } from './claim-use';
import { type Claim, deviceUse, isDeviceResource } from './device-use';

/** How much quota the objects of a kind use (quota.Evaluator, apiserver pkg/quota/v1 1.36). */
export interface Evaluator {
  /** Whether objects of the kind use a resource of a quota (MatchingResources). */
  counts(resource: string): boolean;
  use(object: AnyObject, minor: number): Use;
}

const ONE = parseQuantity('1') as Quantity;

/** The evaluator of a kind; undefined for one that quotas ignore. */
export function evaluatorOf({ apiVersion, plural, namespaced, kind }: Kind): Evaluator | undefined {
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : '';
  const name = `${plural}${group}`;
  if (!namespaced || IGNORED.has(name) || kind.endsWith('Review')) return undefined;
  return EVALUATORS[name] ?? counted(`count/${name}`, ALIASES.has(name) ? plural : undefined);
}

/** DefaultIgnoredResources, pkg/quota/v1/install 1.36. */
const IGNORED = new Set(['bindings', 'events', 'events.events.k8s.io']);

/** Kinds with a second name for their number (legacyObjectCountAliases, pkg/quota/v1/evaluator/core 1.36). */
const ALIASES = new Set(['configmaps', 'resourcequotas', 'replicationcontrollers', 'secrets']);

function counted(...names: (string | undefined)[]): Evaluator {
  const resources = names.filter((name) => name !== undefined);
  return {
    counts: (resource) => resources.includes(resource),
    use: () => new Map(resources.map((resource) => [resource, ONE])),
  };
}

const SERVICE_RESOURCES = ['count/services', 'services', 'services.nodeports', 'services.loadbalancers'];

const EVALUATORS: { readonly [name: string]: Evaluator | undefined } = {
  pods: { counts: countsForPods, use: (pod, minor) => podQuotaUse(pod as Pod, minor) },
  services: {
    counts: (resource) => SERVICE_RESOURCES.includes(resource),
    use: (service) => serviceUse(service as Service),
  },
  persistentvolumeclaims: {
    counts: (resource) =>
      resource === 'count/persistentvolumeclaims' ||
      CLAIM_RESOURCES.some(
        (own) => resource === own || resource.endsWith(`.storageclass.storage.k8s.io/${own}`),
      ),
    use: (claim) => claimUse(claim as PersistentVolumeClaim),
  },
  'resourceclaims.resource.k8s.io': {
    counts: (resource) => resource === 'count/resourceclaims.resource.k8s.io' || isDeviceResource(resource),
    use: (claim) => deviceUse(claim as Claim),
  },
};

const CLAIM_RESOURCES = ['persistentvolumeclaims', 'requests.storage'];

const COMPUTE = ['cpu', 'memory', 'ephemeral-storage'] as const;
const POD_RESOURCES = new Set([
  'count/pods',
  'pods',
  ...COMPUTE.flatMap((resource) => [resource, `requests.${resource}`, `limits.${resource}`]),
]);

function countsForPods(resource: string): boolean {
  return (
    POD_RESOURCES.has(resource) ||
    isHugePage(resource) ||
    resource.startsWith('requests.hugepages-') ||
    (resource.startsWith('requests.') &&
      (!isNative(resource) || resource.startsWith(`requests.${DEVICE_CLASS}`)))
  );
}

const DEVICE_CLASS = 'deviceclass.resource.kubernetes.io/';

/** PodUsageFunc, pkg/quota/v1/evaluator/core 1.36. */
function podQuotaUse({ spec = {} }: Pod, minor: number): Use {
  const isPodLevel = (resource: string) =>
    resource === 'cpu' || resource === 'memory' || isHugePage(resource);
  const requests = new Map(podUse(spec, 'requests', minor, isPodLevel));
  const limits = new Map(podUse(spec, 'limits', minor, isPodLevel));
  for (const [resource, amount] of useOf(spec.overhead)) {
    requests.set(resource, requests.get(resource)?.plus(amount) ?? amount);
    const limit = limits.get(resource);
    if (limit?.sign()) limits.set(resource, limit.plus(amount));
  }
  return new Map([['count/pods', ONE], ...computeUse(requests, limits, minor)]);
}

/** podComputeUsageHelper, pkg/quota/v1/evaluator/core 1.36. */
function computeUse(requests: Use, limits: Use, minor: number): Map<string, Quantity> {
  const use = new Map([['pods', ONE]]);
  for (const resource of COMPUTE) {
    const [request, limit] = [requests.get(resource), limits.get(resource)];
    if (request) use.set(resource, request).set(`requests.${resource}`, request);
    if (limit) use.set(`limits.${resource}`, limit);
  }
  for (const [resource, request] of requests) {
    if (isHugePage(resource)) use.set(resource, request);
    const isDevice = resource.startsWith(DEVICE_CLASS) && minor >= 35;
    if (isHugePage(resource) || isDevice || isExtended(resource, minor)) {
      use.set(`requests.${resource}`, request);
    }
  }
  return use;
}

/** Resources that every container of a Pod has to set, if a quota counts them. */
const REQUIRED = ['cpu', 'limits.cpu', 'limits.memory', 'memory', 'requests.cpu', 'requests.memory'];

/** Containers that do not set a resource that they have to (Constraints of podEvaluator, 1.36). */
export function missingIn(
  { spec = {} }: Pod,
  hard: readonly string[],
  minor: number,
): ReadonlyMap<string, readonly string[]> {
  const { containers = [], initContainers = [], resources } = spec;
  const missing = new Map<string, string[]>();
  if (resources && isOn('PodLevelResources', minor) && hasPodResources(resources)) return missing;
  const all: readonly Container[] = [...containers, ...initContainers];
  const uses = all.map((container) =>
    computeUse(useOf(container.resources?.requests), useOf(container.resources?.limits), minor),
  );
  for (const resource of REQUIRED.filter((one) => hard.includes(one))) {
    const names = all.flatMap(({ name = '' }, index) => (uses[index].has(resource) ? [] : [name]));
    if (names.length) missing.set(resource, [...new Set(names)].sort());
  }
  return missing;
}

/** Usage of serviceEvaluator, pkg/quota/v1/evaluator/core 1.36. */
function serviceUse({ spec: { type, ports = [], allocateLoadBalancerNodePorts } = {} }: Service): Use {
  const hasAll = type === 'NodePort' || (type === 'LoadBalancer' && allocateLoadBalancerNodePorts !== false);
  const own = type === 'LoadBalancer' ? ports.filter(({ nodePort }) => nodePort) : [];
  const nodePorts = (hasAll ? ports : own).length;
  return new Map([
    ['count/services', ONE],
    ['services', ONE],
    ['services.nodeports', parseQuantity(nodePorts) as Quantity],
    ['services.loadbalancers', type === 'LoadBalancer' ? ONE : Quantity.ZERO],
  ]);
}
