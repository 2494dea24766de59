import { cidrFamily, type IpFamily, ipFamily } from '../../../apimachinery/ip';
import { list, named } from '../../../go/value';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { ServiceSpec } from '../../schema/types';
import { isHandmade, NONE } from './subject';

/** Families that the cluster has addresses of, the default one first; nothing if they are not known. */
export const familiesOf = ({ cluster }: Field): readonly IpFamily[] | undefined =>
  cluster.serviceRanges?.map((range) => cidrFamily(range)!);

/** The policy of a Service that has none: initIPFamilyFields, pkg/registry/core/service/storage 1.36. */
export const usualPolicy = (spec: ServiceSpec): string =>
  isHandmade(spec) ? 'RequireDualStack' : 'SingleStack';

/**
 * Judges and completes `ipFamilies`: the middle of initIPFamilyFields, pkg/registry/core/service/storage 1.30
 * to 1.36. What a cluster is configured for is only judged if that is known.
 */
export const IP_FAMILIES = defineRule<Rule<ServiceSpec>>({
  id: 'service-ip-families',
  stage: 'judge',
  mistake: 'two IP families without a dual-stack policy, or a family that the cluster is not configured for',
  suggestion: 'set `ipFamilyPolicy` to PreferDualStack, or keep one family',
  judge(spec, at) {
    if (at.reports(() => judgePolicy(spec, at))) return;
    if (isHandmade(spec)) return addBoth(spec, at);
    if (at.reports(() => judgeConfigured(spec, at))) return;
    const { ipFamilies: families = [], ipFamilyPolicy } = spec;
    const known = familiesOf(at) ?? ['IPv4'];
    spec.ipFamilies = families.length ? families : [known[0]];
    const dual = ipFamilyPolicy !== 'SingleStack' && (known.length === 2 || isRequired(spec));
    if (dual) spec.ipFamilies = withOther(spec.ipFamilies);
  },
});

const isRequired = ({ ipFamilyPolicy }: ServiceSpec) => ipFamilyPolicy === 'RequireDualStack';

const withOther = (families: readonly string[]): string[] =>
  families.length === 1 ? [...families, families[0] === 'IPv4' ? 'IPv6' : 'IPv4'] : [...families];

/** A headless Service without a selector may have families that the cluster does not have. */
function addBoth(spec: ServiceSpec, at: Field): void {
  const families = spec.ipFamilies?.length ? spec.ipFamilies : [(familiesOf(at) ?? ['IPv4'])[0]];
  spec.ipFamilies = spec.ipFamilyPolicy === 'SingleStack' ? families : withOther(families);
}

function judgePolicy(spec: ServiceSpec, at: Field): void {
  const { clusterIPs = [], ipFamilies = [], ipFamilyPolicy } = spec;
  if (ipFamilyPolicy === 'SingleStack') {
    const place = at.field('ipFamilyPolicy');
    for (const [items, what] of [
      [clusterIPs, 'cluster IPs'],
      [ipFamilies, 'IP families'],
    ] as const) {
      if (items.length !== 2) continue;
      place.invalid(
        named(ipFamilyPolicy),
        `must be 'RequireDualStack' or 'PreferDualStack' when multiple ${what} are specified`,
        { suggestion: 'use PreferDualStack, or keep one family' },
      );
    }
  }
  inferFamilies(spec, at);
}

/** Families of the addresses, where none are given. */
function inferFamilies(spec: ServiceSpec, at: Field): void {
  const { clusterIPs = [] } = spec;
  const families = [...(spec.ipFamilies ?? [])];
  const known = familiesOf(at);
  if (clusterIPs[0] === NONE) return;
  clusterIPs.forEach((address, index) => {
    const family = ipFamily(address)!;
    if (index < families.length) return;
    if (!known || known.includes(family)) return void families.push(family);
    const text = `${family} is not configured on this cluster`;
    at.field('clusterIPs').index(index).invalid(list(clusterIPs, 'string'), text);
  });
  spec.ipFamilies = families;
}

function judgeConfigured(spec: ServiceSpec, at: Field): void {
  const known = familiesOf(at);
  if (!known) return;
  if (isRequired(spec) && known.length < 2) {
    const text = 'this cluster is not configured for dual-stack services';
    at.field('ipFamilyPolicy').invalid(named(spec.ipFamilyPolicy), text, {
      suggestion: 'use PreferDualStack',
    });
  }
  spec.ipFamilies?.forEach((family, index) => {
    if (known.includes(family as IpFamily)) return;
    at.field('ipFamilies').index(index).invalid(named(family), 'not configured on this cluster');
  });
}
