import type { FieldPath } from '../path';
import type { Verdict } from '../verdict';
import { dnsLabel, dnsSubdomain } from '../../apimachinery/dns';
import { quote } from '../../go/format';
import { byteLength } from '../../apimachinery/messages';

const DOMAIN_LIMIT = 253;
const NAME_LIMIT = 571;

/** ValidateSignerName, pkg/apis/core/validation 1.36: `example.com/signer`. */
export function judgeSignerName(name: string, path: FieldPath, verdict: Verdict): void {
  if (!name) return verdict.required(path);
  const [domain, signer, ...rest] = name.split('/');
  if (signer === undefined || rest.length) {
    return verdict.invalid(
      path,
      name,
      "must be a fully qualified domain and path of the form 'example.com/signer-name'",
    );
  }
  if (byteLength(domain) > DOMAIN_LIMIT) verdict.tooLong(path, DOMAIN_LIMIT);
  judgeParts(domain, dnsLabel, path, verdict);
  if (!domain.includes('.')) {
    verdict.invalid(path, domain, 'should be a domain with at least two segments separated by dots');
  }
  judgeParts(signer, dnsSubdomain, path, verdict);
  if (byteLength(name) > NAME_LIMIT) verdict.tooLong(path, NAME_LIMIT);
}

/** The first part that is wrong. */
function judgeParts(
  text: string,
  format: (part: string) => readonly string[],
  path: FieldPath,
  verdict: Verdict,
): void {
  const wrong = text.split('.').find((part) => format(part).length);
  if (wrong !== undefined) {
    verdict.invalidEach(
      path,
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
