import { dnsLabel, dnsSubdomain } from '../../../apimachinery/dns';
import { ipFamily } from '../../../apimachinery/ip';
import type { Field } from '../../field';
import { judgeCanonicalIp, judgeEndpointIp, judgeLegacyIp } from '../addresses';
import { judgeReference } from '../renaming';

export const ADDRESS_TYPES = ['FQDN', 'IPv4', 'IPv6'];

/** Addresses of one endpoint, by their type: those of an unknown one are not judged. */
export function judgeAddresses(addresses: readonly string[], type: string, at: Field): void {
  const judge = type === 'FQDN' ? judgeDomain : isIp(type) && (at.minor >= 33 ? judgeIp : judgeOldIp);
  if (judge) addresses.forEach((address, index) => judge(address, type, at.index(index)));
}

const isIp = (type: string) => type === 'IPv4' || type === 'IPv6';

/** validateEndpoints, pkg/apis/discovery/validation 1.33 to 1.36: the wrong family is shown at the list. */
function judgeIp(address: string, type: string, at: Field): void {
  const judgeForm = type === 'IPv4' ? judgeLegacyIp : judgeCanonicalIp;
  if (at.reports(() => judgeForm(address, at))) return;
  if (ipFamily(address) !== type) {
    const holder = at.holder as Field;
    holder.shownAt(at).invalid(address, `must be an ${type} address`, otherType(type));
  }
  judgeEndpointIp(address, at);
}

/** The same up to 1.32. */
function judgeOldIp(address: string, type: string, at: Field): void {
  if (ipFamily(address) !== type) at.invalid(address, `must be a valid ${type} address`, otherType(type));
  judgeEndpointIp(address, at);
}

const otherType = (type: string) => ({ suggestion: `use an ${type} address, or another addressType` });

/** IsFullyQualifiedDomainName, apimachinery 1.36: the first problem alone. */
function judgeDomain(address: string, _: string, at: Field): void {
  if (!address) return at.required('', { suggestion: 'write a domain name, such as "db.example.com"' });
  const name = address.replace(/\.$/, '');
  const labels = name.split('.');
  const wrong = labels.find((label) => dnsLabel(label).length);
  if (dnsSubdomain(name).length) {
    judgeReference(name, (text) => joined(dnsSubdomain(text)), at);
  } else if (labels.length < 2) {
    at.invalid(name, 'should be a domain with at least two segments separated by dots', {
      suggestion: `write the whole domain name, such as "${name}.example.com"`,
    });
  } else if (wrong !== undefined) {
    at.invalidEach(wrong, joined(dnsLabel(wrong)));
  }
}

const joined = (messages: readonly string[]) => (messages.length ? [messages.join(',')] : messages);
