import type { PodSpec, ResourceRequirements, Scalar } from '../schema/types';
import { hasPodResources } from './pod-resources';
import { amountOf } from '../../apimachinery/parse-quantity';
import { Quantity } from '../../apimachinery/quantity';

type Amounts = { readonly [resource: string]: Scalar } | undefined;

const COUNTED = ['cpu', 'memory'];

/**
 * Class of a Pod by what it asks for: ComputePodQOS, pkg/apis/core/helper/qos 1.37. Of cpu and memory alone,
 * more than nothing.
 */
export function qosClass(
  { containers = [], initContainers = [], resources }: PodSpec,
  minor: number,
): string {
  const holders =
    resources && (minor < 37 || hasPodResources(resources))
      ? [resources]
      : [...containers, ...initContainers].map((container) => container.resources ?? {});
  const requests = sumOf(holders.map((holder) => holder.requests));
  const limits = sumOf(holders.map((holder) => holder.limits));
  if (!requests.size && !limits.size) return 'BestEffort';
  const same =
    requests.size === limits.size &&
    [...requests].every(([resource, amount]) => limits.get(resource)?.compare(amount) === 0);
  return same && holders.every(isLimited) ? 'Guaranteed' : 'Burstable';
}

const isLimited = ({ limits }: ResourceRequirements) =>
  COUNTED.every((resource) => isPositive(limits, resource));

const isPositive = (amounts: Amounts, resource: string) => amountOf(amounts?.[resource]).sign() > 0;

function sumOf(all: readonly Amounts[]): Map<string, Quantity> {
  const total = new Map<string, Quantity>();
  for (const amounts of all) {
    for (const resource of COUNTED.filter((name) => isPositive(amounts, name))) {
      total.set(resource, (total.get(resource) ?? Quantity.ZERO).plus(amountOf(amounts![resource])));
    }
  }
  return total;
}
