import { among } from '../../among';
import type { Field } from '../../field';
import { GoValue } from '../../../go/format';
import { pemBlocks } from '../../../go/pem';
import { named } from '../../../go/value';
import { defineRule, type Rule } from '../../rule';
import type { CertificateSigningRequestSpec } from '../../schema/types';
import { judgeSignerName } from '../signer-name';

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
 * validateCertificateSigningRequest, pkg/apis/certificates/validation 1.30 to 1.37. Of the request only the
 * PEM block is judged, not the PKCS#10 structure in it and its signature.
 */
export const SIGNING_REQUEST = defineRule<Rule<CertificateSigningRequestSpec>>({
  id: 'signing-request',
  stage: 'judge',
  mistake:
    'a CertificateSigningRequest whose `request` is not a PEM block, or with a wrong usage, signer or duration',
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

function judgeRequest(request: string | undefined, at: Field): void {
  const [block] = pemBlocks(Buffer.from(request ?? '', 'base64').toString('latin1'));
  if (block?.type === BLOCK) return;
  at.invalid(shownBytes(request), `PEM block type must be ${BLOCK}`, {
    suggestion: `encode a PEM file with a block "BEGIN ${BLOCK}" in base64`,
  });
}

/** A []byte as a server shows it. */
function shownBytes(text: string | undefined): GoValue {
  if (text === undefined) return new GoValue(null, '[]byte(nil)');
  const bytes = Buffer.from(text, 'base64');
  const items = [...bytes].map((byte) => `0x${byte.toString(16)}`);
  return new GoValue(bytes.toString('base64'), `[]byte{${items.join(', ')}}`);
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
