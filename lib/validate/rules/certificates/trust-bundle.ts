import { byteLength } from '../../../apimachinery/messages';
import { type PemBlock, pemBlocks } from '../../../go/pem';
import { parseCertificate } from '../../../go/x509/certificate';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { ClusterTrustBundleSpec } from '../../schema/types';
import { judgeSignerName } from '../signer-name';
import { attempt } from './bytes';

const LIMIT = 1024 * 1024;
const BLOCK = 'CERTIFICATE';

/** ValidateClusterTrustBundle, pkg/apis/certificates/validation 1.37. */
export const TRUST_BUNDLE_CERTIFICATES = defineRule<Rule<ClusterTrustBundleSpec>>({
  id: 'trust-bundle-certificates',
  stage: 'judge',
  mistake:
    'a ClusterTrustBundle with a wrong signer name, without a certificate, or with a PEM block that is not the certificate of an authority or occurs twice',
  suggestion:
    'list each certificate of an authority once, as a PEM block "BEGIN CERTIFICATE" without headers',
  judge({ signerName, trustBundle = '' }, at) {
    if (signerName) judgeSignerName(signerName, at.field('signerName'));
    const place = at.field('trustBundle');
    if (byteLength(trustBundle) > LIMIT) return place.tooLong(LIMIT);
    judgeBundle(trustBundle, place);
  },
});

/** validateTrustBundle: what is wrong with a block hides that others are missing or repeated. */
function judgeBundle(bundle: string, at: Field): void {
  const blocks = pemBlocks(Buffer.from(bundle).toString('latin1'));
  const problems = blocks.map(problemOf);
  problems.forEach((problem, index) => {
    if (problem) at.invalid(OMITTED, `entry ${index} ${problem}`);
  });
  if (problems.some(Boolean)) return;
  if (!blocks.length) at.invalid(OMITTED, 'at least one trust anchor must be provided');
  at.sorted(() => {
    for (const indices of placesOf(blocks.map(({ bytes }) => bytes.toString('base64')))) {
      if (indices.length > 1) at.invalid(OMITTED, `duplicate trust anchor (indices [${indices.join(' ')}])`);
    }
  });
}

const OMITTED = '<value omitted>';

function problemOf({ type, headers, bytes }: PemBlock): string | undefined {
  if (type !== BLOCK) return `has bad block type: ${Buffer.from(type, 'latin1').toString()}`;
  if (headers) return 'has PEM block headers';
  const parsed = attempt(() => parseCertificate(bytes));
  if ('problem' in parsed) return 'does not parse as X.509';
  return parsed.value.isCa ? undefined : 'does not have the CA bit set';
}

/** Where each value is. */
function placesOf(values: readonly string[]): Iterable<number[]> {
  const places = new Map<string, number[]>();
  values.forEach((value, index) => {
    const indices = places.get(value);
    if (indices) indices.push(index);
    else places.set(value, [index]);
  });
  return places.values();
}
