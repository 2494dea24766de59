import {
  parseSloppyAddress,
  parseSloppyNetwork,
  type SloppyAddress,
} from '../../../apimachinery/sloppy-address';
import { list } from '../../../go/value';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { Service, ServiceSpec } from '../../schema/types';
import { CLUSTER_ADDRESSES } from './cluster-addresses';
import { IP_FAMILIES, usualPolicy } from './families';
import { NODE_PORTS } from './node-ports';
import { isHeadless } from './subject';

/**
 * What the storage does before a Service is judged: beginCreate, pkg/registry/core/service/storage 1.30 to
 * 1.36. Each step only runs if those before it have found nothing.
 */
export function allocate(service: Service, root: Field): void {
  const spec = (service.spec ??= {});
  const at = root.field('spec');
  const isInternal = spec.type !== 'ExternalName';
  if (spec.clusterIP && !spec.clusterIPs?.length) spec.clusterIPs = [spec.clusterIP];
  if (isInternal) spec.ipFamilyPolicy ??= usualPolicy(spec);
  const steps = isInternal ? [CLUSTER_ADDRESSES, IP_FAMILIES, ALLOCATED_ADDRESSES, NODE_PORTS] : [NODE_PORTS];
  for (const step of steps) if (at.reports(() => at.apply(step, spec))) return;
}

/** An address of a cluster whose ranges are known: allocIPs, pkg/registry/core/service/storage 1.36. */
export const ALLOCATED_ADDRESSES = defineRule<Rule<ServiceSpec>>({
  id: 'service-ip-range',
  stage: 'judge',
  mistake: 'a cluster IP outside the range of the cluster',
  suggestion: 'use an address in the range of the message, or leave it out',
  judge(spec, at) {
    const { clusterIPs = [] } = spec;
    if (isHeadless(spec)) return;
    for (const text of clusterIPs) {
      const address = parseSloppyAddress(text)!;
      const range = rangeOf(address, at);
      if (!range || isIn(range, address)) continue;
      at.field('clusterIPs').invalid(
        list(clusterIPs, 'string'),
        `failed to allocate IP ${text}: the provided IP (${address}) is not in the valid range. ` +
          `The range of valid IPs is ${range}`,
      );
      return;
    }
  },
});

/** The range of the cluster with addresses of the same family. */
const rangeOf = (address: SloppyAddress, { cluster }: Field): string | undefined =>
  cluster.serviceRanges?.find((range) => parseSloppyNetwork(range)!.address.isIpv4 === address.isIpv4);

/** The first address of a range, and the last one of IPv4, are nobody's: NewIPAllocator, 1.36. */
function isIn(range: string, address: SloppyAddress): boolean {
  const { masked, bits, width } = parseSloppyNetwork(range)!;
  const offset = numberOf(address) - numberOf(masked);
  const size = 1n << BigInt(width - bits);
  return offset > 0n && offset < (address.isIpv4 ? size - 1n : size);
}

const numberOf = ({ groups }: SloppyAddress) =>
  groups.reduce((number, group) => (number << 16n) + BigInt(group), 0n);
