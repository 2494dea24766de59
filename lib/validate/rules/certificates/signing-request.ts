import { among } from '../../among';
import type { Field } from '../../field';
import { named } from '../../../go/value';
import { defineRule, type Rule } from '../../rule';
import { judgeSignerName } from '../signer-name';
import { attempt, shownBytes } from './bytes';
import { REQUEST_BLOCK, type SigningRequestSubject } from './request';

/** allValidUsages, pkg/apis/certificates/validation 1.30 to 1.37, sorted as a server lists them. */
const USAGES: readonly string[] = [
  'any',
  'cert sign',
  'client auth',
  'code signing',
  'content commitment',
  'crl sign',
  'data encipherment',
  'decipher only',
  'digital signature',
  'email protection',
  'encipher only',
  'ipsec end system',
  'ipsec tunnel',
  'ipsec user',
  'key agreement',
  'key encipherment',
  'microsoft sgc',
  'netscape sgc',
  'ocsp signing',
  's/mime',
  'server auth',
  'signing',
  'timestamping',
];

const LEGACY_SIGNER = 'kubernetes.io/legacy-unknown';
const SHORTEST = 600;

/**
 * validateCertificateSigningRequest, pkg/apis/certificates/validation 1.30 to 1.37.
 */
export const SIGNING_REQUEST = defineRule<Rule<SigningRequestSubject>>({
  id: 'signing-request',
  stage: 'judge',
  mistake:
    'a CertificateSigningRequest whose `request` is not a signed PKCS#10 request as a PEM block, or with a wrong usage, signer or duration',
  suggestion: 'fix the part in the message; `request` is a PEM file, encoded in base64',
  judge({ spec, request }, at) {
    judgeRequest(request, spec.request, at.field('request'));
    judgeUsages(spec.usages ?? [], at.field('usages'));
    judgeSigner(spec.signerName ?? '', at.field('signerName'));
    const { expirationSeconds: seconds } = spec;
    if (seconds !== undefined && seconds < SHORTEST) {
      at.field('expirationSeconds').invalid(
        seconds,
        'may not specify a duration less than 600 seconds (10 minutes)',
        { suggestion: `use ${SHORTEST} or more` },
      );
    }
  },
});

/** validateCSR: ParseCSR and CheckSignature. */
function judgeRequest(request: SigningRequestSubject['request'], text: string | undefined, at: Field): void {
  if (!request) {
    return at.invalid(shownBytes(text), `PEM block type must be ${REQUEST_BLOCK}`, {
      suggestion: `encode a PEM file with a block "BEGIN ${REQUEST_BLOCK}" in base64`,
    });
  }
  const checked = 'value' in request ? attempt(() => request.value.checkSignature()) : request;
  if ('problem' in checked) {
    at.invalid(shownBytes(text), checked.problem, {
      suggestion: 'make the request again, as with openssl req -new, and encode all of it in base64',
    });
  }
}

function judgeUsages(usages: readonly string[], at: Field): void {
  if (!usages.length) at.required('', { suggestion: 'list usages, such as client auth' });
  usages.forEach((usage, index) => {
    if (!USAGES.includes(usage)) at.index(index).notSupported(usage, USAGES, among(usage, USAGES));
  });
  usages.forEach((usage, index) => {
    if (usages.indexOf(usage) < index) at.index(index).duplicate(named(usage));
  });
}

function judgeSigner(name: string, at: Field): void {
  if (name !== LEGACY_SIGNER) return judgeSignerName(name, at);
  at.invalid(name, 'the legacy signerName is not allowed via this API version', {
    suggestion: 'name the signer, such as "kubernetes.io/kube-apiserver-client"',
  });
}
