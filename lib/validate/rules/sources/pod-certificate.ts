import type { Field } from '../../field';
import type { PodCertificateProjection } from '../../schema/types';
import { qualifiedName } from '../../../apimachinery/labels';
import { nonReservedPath } from '../../../apimachinery/local-path';
import { byteLength } from '../../../apimachinery/messages';
import { isKubernetesSigner, judgeSignerName } from '../signer-name';
import type { ProjectedVolume } from './projected-volume';

const KEY_TYPES = ['RSA3072', 'RSA4096', 'ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519'];
const FILES = ['credentialBundlePath', 'keyPath', 'certificateChainPath'] as const;

/** The part of validateProjectionSources that is podCertificate's, 1.36. */
export function judgePodCertificate(
  certificate: PodCertificateProjection,
  volume: ProjectedVolume,
  at: Field,
): void {
  const { signerName = '', keyType = '' } = certificate;
  judgeSignerName(signerName, at.field('signerName'));
  judgeUserAnnotations(certificate.userAnnotations, at.field('userAnnotations'));
  if (!KEY_TYPES.includes(keyType)) at.field('keyType').notSupported(keyType, KEY_TYPES);
  judgeLifetime(certificate.maxExpirationSeconds, signerName, at.field('maxExpirationSeconds'));
  judgeFiles(certificate, volume, at);
}

const ANNOTATION_LIMIT = 256 * 1024;

/** ValidateUserAnnotations, 1.36. */
function judgeUserAnnotations(annotations: PodCertificateProjection['userAnnotations'], at: Field): void {
  let size = 0;
  for (const key in annotations) {
    judgePrefixedKey(key.toLowerCase(), at.shownAt(at.key(key)));
    size += byteLength(key) + byteLength(annotations[key]);
  }
  if (size > ANNOTATION_LIMIT) at.tooLong(ANNOTATION_LIMIT);
}

/** IsDomainPrefixedKey, apimachinery util/validation 1.36. */
function judgePrefixedKey(key: string, at: Field): void {
  if (!key) return at.required('');
  const problems = qualifiedName(key, at.minor);
  at.invalidEach(key, problems);
  if (!problems.length && !key.includes('/')) {
    at.invalid(key, 'must be a domain-prefixed key (such as "acme.io/foo")');
  }
}

const DAY = 24 * 60 * 60;

function judgeLifetime(seconds: number | undefined, signer: string, at: Field): void {
  if (seconds === undefined) return;
  const longest = isKubernetesSigner(signer) ? DAY : 91 * DAY;
  if (seconds < 3600) at.invalid(seconds, 'if provided, maxExpirationSeconds must be >= 3600');
  if (seconds > longest) {
    at.invalid(seconds, `if provided, maxExpirationSeconds must be <= ${longest}`);
  }
}

function judgeFiles(certificate: PodCertificateProjection, volume: ProjectedVolume, at: Field): void {
  for (const field of FILES) {
    const file = certificate[field];
    if (!file) continue;
    at.field(field).invalidEach(file, nonReservedPath(file));
    volume.addFile(file, at.field(field));
  }
  if (FILES.some((field) => certificate[field])) return;
  at.required('specify at least one of credentialBundlePath, keyPath, and certificateChainPath', {
    suggestion: 'set credentialBundlePath',
  });
}
