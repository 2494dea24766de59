import { cidrFamily } from '../../../apimachinery/ip';
import { list, struct } from '../../../go/value';
import { defineRule, type Rule } from '../../rule';
import { judgeCanonicalCidr } from '../addresses';

const KEEP_ONE_EACH = { suggestion: 'keep one IPv4 and one IPv6 range' };

/** validateServiceCIDRSpec, pkg/apis/networking/validation 1.33 to 1.36. */
export const SERVICE_RANGES = defineRule<Rule<readonly string[] | undefined>>({
  id: 'service-cidrs',
  stage: 'judge',
  mistake:
    'a ServiceCIDR without ranges, with several of one IP family, or with one that is not a canonical CIDR',
  suggestion: 'write one IPv4 range, one IPv6 range, or both',
  judge(cidrs = [], at) {
    if (!cidrs.length) {
      return at.required('at least one CIDR required', { suggestion: 'add a range, such as "10.96.0.0/16"' });
    }
    const shown = list(cidrs, 'string');
    if (cidrs.length > 2) {
      const spec = struct('networking.ServiceCIDRSpec', { CIDRs: shown });
      return at.invalid(spec, 'may only hold up to 2 values', KEEP_ONE_EACH);
    }
    cidrs.forEach((cidr, index) => judgeCanonicalCidr(cidr, at.index(index)));
    const [first, second] = cidrs.map(cidrFamily);
    if (cidrs.length < 2 || first !== second || !first) return;
    const text = 'may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64';
    at.invalid(shown, text, KEEP_ONE_EACH);
  },
});
