import type { Field } from '../field';
import { dnsLabel, dnsSubdomain } from '../../apimachinery/dns';
import { quote } from '../../go/format';
import { byteLength } from '../../apimachinery/messages';

const DOMAIN_LIMIT = 253;
const NAME_LIMIT = 571;

/** ValidateSignerName, pkg/apis/core/validation 1.36: `example.com/signer`. */
export function judgeSignerName(name: string, at: Field): void {
  if (!name) return at.required();
  const [domain, signer, ...rest] = name.split('/');
  if (signer === undefined || rest.length) {
    return at.invalid(
      name,
      "must be a fully qualified domain and path of the form 'example.com/signer-name'",
    );
  }
  if (byteLength(domain) > DOMAIN_LIMIT) at.tooLong(DOMAIN_LIMIT);
  judgeParts(domain, dnsLabel, at);
  if (!domain.includes('.')) {
    at.invalid(domain, 'should be a domain with at least two segments separated by dots');
  }
  judgeParts(signer, dnsSubdomain, at);
  if (byteLength(name) > NAME_LIMIT) at.tooLong(NAME_LIMIT);
}

/** The first part that is wrong. */
function judgeParts(text: string, format: (part: string) => readonly string[], at: Field): void {
  const wrong = text.split('.').find((part) => format(part).length);
  if (wrong !== undefined) {
    at.invalidEach(
      text,
      format(wrong).map((message) => `validating label ${quote(wrong)}: ${message}`),
    );
  }
}

/** IsKubernetesSignerName, pkg/apis/core/validation 1.36. */
export function isKubernetesSigner(name: string): boolean {
  const domain = name.split('/', 1)[0];
  return domain === 'kubernetes.io' || domain.endsWith('.kubernetes.io');
}
