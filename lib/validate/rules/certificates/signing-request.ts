import { among } from '../../among';
import type { Field } from '../../field';
import { pemBlocks } from '../../../go/pem';
import { named } from '../../../go/value';
import { parseCertificateRequest } from '../../../go/x509/certificate-request';
import { defineRule, type Rule } from '../../rule';
import type { CertificateSigningRequestSpec } from '../../schema/types';
import { judgeSignerName } from '../signer-name';
import { attempt, bytesOf, shownBytes } from './bytes';

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
export const SIGNING_REQUEST = defineRule<Rule<CertificateSigningRequestSpec>>({
  id: 'signing-request',
  stage: 'judge',
  mistake:
    'a CertificateSigningRequest whose `request` is not a signed PKCS#10 request as a PEM block, or with a wrong usage, signer or duration',
  suggestion: 'fix the part in the message; `request` is a PEM file, encoded in base64',
  judge(spec, at) {
    judgeRequest(spec.request, at.field('request'));
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

const BLOCK = 'CERTIFICATE REQUEST';

/** validateCSR: ParseCSR and CheckSignature. */
function judgeRequest(request: string | undefined, at: Field): void {
  const [block] = pemBlocks(bytesOf(request).toString('latin1'));
  if (block?.type !== BLOCK) {
    return at.invalid(shownBytes(request), `PEM block type must be ${BLOCK}`, {
      suggestion: `encode a PEM file with a block "BEGIN ${BLOCK}" in base64`,
    });
  }
  const checked = attempt(() => parseCertificateRequest(block.bytes).checkSignature());
  if ('problem' in checked) {
    at.invalid(shownBytes(request), checked.problem, {
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
