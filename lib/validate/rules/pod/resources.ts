import type { Field } from '../../field';
import { amountsOf } from '../../pod-amounts';
import { defineRule, type Rule } from '../../rule';
import type { PodSpec, ResourceRequirements } from '../../schema/types';
import { amountOf } from '../../../apimachinery/parse-quantity';
import type { Quantity } from '../../../apimachinery/quantity';
import { claimNames, judgeClaims } from '../resource-claims';
import { type Amounts, isHugePage, judgeResource } from '../resource-names';
import { judgeRequirements } from '../resources';

/** Resources of the Pod as a whole: validatePodResources, 1.36. Before 1.34 a server drops them. */
export const POD_RESOURCES = defineRule<Rule<PodSpec>>({
  id: 'pod-resources',
  stage: 'judge',
  mistake: 'Pod-level resources with a name that is not allowed, or less than its containers request',
  suggestion: 'use `cpu`, `memory` and `hugepages-<size>`, and at least the total of all containers',
  field: 'resources',
  judge(spec, at) {
    const { resources, os } = spec;
    if (!resources) return;
    const place = at.field('resources');
    if (os?.name === 'windows') return place.forbidden('may not be set for a windows pod');
    if (resources.claims) {
      place.field('claims').forbidden('claims may not be set for Resources at pod-level');
    }
    judgeRequirements(resources, place, { judgeName: judgePodResource });
    if (resources.claims) judgeClaims(resources.claims, claimNames(spec), place.field('claims'));
    judgeSums(spec, resources, place);
    judgeContainerLimits(spec, resources, at);
  },
});

const POD_LEVEL = ['cpu', 'hugepages-', 'memory'];

/** validatePodResourceName, 1.36. */
function judgePodResource(resource: string, at: Field, amounts: Amounts): void {
  if (!judgeResource(resource, at, amounts)) return;
  if (resource !== 'cpu' && resource !== 'memory' && !isHugePage(resource)) {
    at.notSupported(resource, POD_LEVEL, { suggestion: 'use cpu, memory or hugepages-<size>' });
  }
}

/** validatePodResourceConsistency, 1.36: the Pod has at least what its containers have together. */
function judgeSums(spec: PodSpec, { requests = {}, limits = {} }: ResourceRequirements, at: Field): void {
  for (const [resource, sum] of amountsOf(spec, 'requests')) {
    if (Object.hasOwn(requests, resource)) {
      judgeSum(amountOf(requests[resource]), sum, 'requests', at.field('requests').key(resource));
    }
  }
  for (const [resource, sum] of amountsOf(spec, 'limits')) {
    if (isHugePage(resource) && Object.hasOwn(limits, resource)) {
      judgeSum(amountOf(limits[resource]), sum, 'limits', at.field('limits').key(resource));
    }
  }
}

function judgeSum(own: Quantity, sum: Quantity, field: string, at: Field): void {
  if (sum.compare(own) > 0) {
    at.invalid(own.toString(), `must be greater than or equal to aggregate container ${field} of ${sum}`, {
      suggestion: `increase it to ${sum}, or decrease the amounts of the containers`,
    });
  }
}

/** No container has more than the Pod. The server names a field that does not exist. */
function judgeContainerLimits(
  { containers = [] }: PodSpec,
  { limits = {} }: ResourceRequirements,
  at: Field,
): void {
  containers.forEach(({ resources: { limits: own = {} } = {} }, index) => {
    for (const resource in own) {
      if (!Object.hasOwn(limits, resource)) continue;
      const limit = amountOf(limits[resource]);
      const amount = amountOf(own[resource]);
      if (amount.compare(limit) <= 0) continue;
      const place = at.field('resources', 'containers').index(index).key(resource).field('limits');
      place
        .shownAt(at.field('containers').index(index).field('resources', 'limits').key(resource))
        .invalid(amount.toString(), `must be less than or equal to pod limits of ${limit}`, {
          suggestion: `decrease it to ${limit}, or increase the Pod's`,
        });
    }
  });
}

/** Resources that a RuntimeClass needs besides: validateOverhead, 1.36. */
export const OVERHEAD = defineRule<Rule<PodSpec>>({
  id: 'pod-overhead',
  stage: 'judge',
  mistake: 'an `overhead` with an unknown resource or a malformed amount',
  suggestion: 'remove it: the RuntimeClass sets it',
  field: 'overhead',
  judge({ overhead }, at) {
    if (overhead) judgeRequirements({ limits: overhead }, at.field('overhead'));
  },
});
