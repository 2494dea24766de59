import { amountsOf } from '../pod-amounts';
import { isOn } from '../gates/gates';
import type { PodSpec, Scalar } from '../schema/types';
import { amountOf } from '../../apimachinery/parse-quantity';
import type { Quantity } from '../../apimachinery/quantity';

type List = 'requests' | 'limits';

/** Amounts of resources, by their names. */
export type Use = ReadonlyMap<string, Quantity>;

export const useOf = (amounts: { readonly [resource: string]: Scalar } | undefined): Use =>
  new Map(Object.entries(amounts ?? {}).map(([resource, amount]) => [resource, amountOf(amount)]));

/**
 * What a Pod requests or is limited to: its containers together, or what is set for the Pod itself
 * (podRequests and podLimits, plugin/pkg/admission/limitranger 1.36).
 */
export function podUse(spec: PodSpec, list: List, minor: number, isPodLevel = isCpuOrMemory): Use {
  const use = amountsOf(spec, list);
  if (!isOn('PodLevelResources', minor) || !spec.resources) return use;
  const own = [...useOf(spec.resources[list])].filter(([resource]) => isPodLevel(resource));
  return new Map([...use, ...own]);
}

const isCpuOrMemory = (resource: string): boolean => resource === 'cpu' || resource === 'memory';
