import { list, named } from '../../../go/value';
import { ipFamily } from '../../../apimachinery/ip';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { ServiceSpec } from '../../schema/types';
import { judgeLegacyIp } from '../addresses';
import { isHeadless, NONE } from './subject';

const FAMILIES = ['IPv4', 'IPv6'];
const POLICIES = ['PreferDualStack', 'RequireDualStack', 'SingleStack'];

/** ValidateServiceClusterIPsRelatedFields, pkg/apis/core/validation 1.36; not for the type ExternalName. */
export const CLUSTER_ADDRESSES = defineRule<Rule<ServiceSpec>>({
  id: 'service-cluster-ip',
  stage: 'judge',
  mistake:
    'cluster IPs of a Service that are not addresses, differ from each other, or do not match its IP families',
  suggestion: 'leave `clusterIP` and `clusterIPs` out, or set them to None, unless you need fixed addresses',
  judge(spec, at) {
    judgeBoth(spec, at);
    judgeFamilies(spec, at);
    const { clusterIPs = [], ipFamilies = [] } = spec;
    const place = at.field('clusterIPs');
    const malformed = place.reports(() => judgeEach(clusterIPs, place));
    if (clusterIPs.length > 2) {
      place.invalid(list(clusterIPs, 'string'), 'may only hold up to 2 values', KEEP_ONE_EACH);
    }
    if (malformed) return;
    if (clusterIPs.length > 1 && new Set(clusterIPs.map(ipFamily)).size < 2) {
      const text = 'may specify no more than one IP for each IP family';
      place.invalid(list(clusterIPs, 'string'), text, KEEP_ONE_EACH);
    }
    if (!isHeadless(spec)) judgeMatch(clusterIPs, ipFamilies, place);
  },
});

/** The old field is the first of the new one. */
function judgeBoth({ clusterIP, clusterIPs = [] }: ServiceSpec, at: Field): void {
  const place = at.field('clusterIPs');
  const shown = list(clusterIPs, 'string');
  if (!clusterIP && clusterIPs.length) {
    place.invalid(shown, 'must be empty when `clusterIP` is not specified', {
      suggestion: `set clusterIP to ${clusterIPs[0]}, or remove clusterIPs`,
    });
  } else if (clusterIP && clusterIPs[0] !== clusterIP) {
    place.invalid(shown, 'first value must match `clusterIP`', {
      suggestion: `begin clusterIPs with ${clusterIP}, or remove it`,
    });
  }
}

function judgeFamilies({ ipFamilies = [], ipFamilyPolicy }: ServiceSpec, at: Field): void {
  const seen = new Set<string>();
  ipFamilies.forEach((family, index) => {
    const place = at.field('ipFamilies').index(index);
    if (!FAMILIES.includes(family)) place.notSupported(family, FAMILIES);
    if (seen.has(family)) place.duplicate(named(family));
    seen.add(family);
  });
  if (ipFamilyPolicy !== undefined && !POLICIES.includes(ipFamilyPolicy)) {
    at.field('ipFamilyPolicy').notSupported(ipFamilyPolicy, POLICIES);
  }
}

function judgeEach(addresses: readonly string[], at: Field): void {
  addresses.forEach((address, index) => {
    if (index > 0 || address !== NONE) return judgeLegacyIp(address, at.index(index));
    if (addresses.length > 1) {
      at.invalid(list(addresses, 'string'), "'None' must be the first and only value", {
        suggestion: 'keep None alone, or remove it',
      });
    }
  });
}

const KEEP_ONE_EACH = { suggestion: 'keep one IPv4 and one IPv6 address' };

function judgeMatch(addresses: readonly string[], families: readonly string[], at: Field): void {
  addresses.slice(0, families.length).forEach((address, index) => {
    const family = families[index];
    if (!FAMILIES.includes(family) || family === ipFamily(address)) return;
    const text = `expected an ${family} value as indicated by \`ipFamilies[${index}]\``;
    at.index(index).invalid(address, text, {
      suggestion: `use an ${family} address, or change ipFamilies`,
    });
  });
}
