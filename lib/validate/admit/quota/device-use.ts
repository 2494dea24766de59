import { parseQuantity } from '../../../apimachinery/parse-quantity';
import type { Quantity } from '../../../apimachinery/quantity';
import type { Use } from '../pod-use';

const BY_CLASS = '.deviceclass.resource.k8s.io/devices';

/** Whether claims for devices use a resource of a quota. */
export const isDeviceResource = (resource: string) => resource.endsWith(BY_CLASS);

/** Devices that one allocation has at most (AllocationResultsMaxSize, resource/v1 1.36). */
const MOST_DEVICES = 32;

interface Request {
  readonly deviceClassName?: string;
  readonly allocationMode?: string;
  readonly count?: number;
  readonly exactly?: Request;
  readonly firstAvailable?: readonly Request[];
}

export interface Claim {
  readonly spec?: { readonly devices?: { readonly requests?: readonly Request[] } };
}

/** Usage of claimEvaluator, pkg/quota/v1/evaluator/core 1.36: of alternatives, the largest number a class. */
export function deviceUse({ spec }: Claim): Use {
  const requests = spec?.devices?.requests ?? [];
  const total = new Map<string, number>();
  for (const { exactly, firstAvailable, ...own } of requests) {
    for (const [name, count] of largest(firstAvailable?.length ? firstAvailable : [exactly ?? own])) {
      total.set(name, (total.get(name) ?? 0) + count);
    }
  }
  return new Map(
    [['count/resourceclaims.resource.k8s.io', 1] as const, ...total].map(([resource, count]) => [
      resource,
      parseQuantity(count) as Quantity,
    ]),
  );
}

function largest(requests: readonly Request[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { deviceClassName, allocationMode, count = 1 } of requests) {
    const devices = allocationMode === 'All' ? MOST_DEVICES : count;
    const name = `${deviceClassName}${BY_CLASS}`;
    counts.set(name, Math.max(counts.get(name) ?? 0, devices));
  }
  return counts;
}
