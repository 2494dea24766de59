import type { FieldPath } from '../../path';
import type { PodCertificateProjection } from '../../schema/types';
import type { Verdict } from '../../verdict';
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
  path: FieldPath,
): void {
  const { verdict } = volume;
  const { signerName = '', keyType = '' } = certificate;
  judgeSignerName(signerName, path.field('signerName'), verdict);
  judgeUserAnnotations(certificate.userAnnotations, path.field('userAnnotations'), verdict);
  if (!KEY_TYPES.includes(keyType)) verdict.notSupported(path.field('keyType'), keyType, KEY_TYPES);
  judgeLifetime(certificate.maxExpirationSeconds, signerName, path.field('maxExpirationSeconds'), verdict);
  judgeFiles(certificate, volume, path);
}

const ANNOTATION_LIMIT = 256 * 1024;

/** ValidateUserAnnotations, 1.36. */
function judgeUserAnnotations(
  annotations: PodCertificateProjection['userAnnotations'],
  path: FieldPath,
  verdict: Verdict,
): void {
  let size = 0;
  for (const key in annotations) {
    judgePrefixedKey(key.toLowerCase(), path, path.key(key), verdict);
    size += byteLength(key) + byteLength(annotations[key]);
  }
  if (size > ANNOTATION_LIMIT) verdict.tooLong(path, ANNOTATION_LIMIT);
}

/** IsDomainPrefixedKey, apimachinery util/validation 1.36. */
function judgePrefixedKey(key: string, path: FieldPath, at: FieldPath, verdict: Verdict): void {
  if (!key) return verdict.required(path, '', { at });
  const problems = qualifiedName(key, verdict.minor);
  verdict.invalidEach(path, key, problems, { at });
  if (!problems.length && !key.includes('/')) {
    verdict.invalid(path, key, 'must be a domain-prefixed key (such as "acme.io/foo")', { at });
  }
}

const DAY = 24 * 60 * 60;

function judgeLifetime(seconds: number | undefined, signer: string, path: FieldPath, verdict: Verdict): void {
  if (seconds === undefined) return;
  const longest = isKubernetesSigner(signer) ? DAY : 91 * DAY;
  if (seconds < 3600) verdict.invalid(path, seconds, 'if provided, maxExpirationSeconds must be >= 3600');
  if (seconds > longest) {
    verdict.invalid(path, seconds, `if provided, maxExpirationSeconds must be <= ${longest}`);
  }
}

function judgeFiles(certificate: PodCertificateProjection, volume: ProjectedVolume, path: FieldPath): void {
  const { verdict } = volume;
  for (const field of FILES) {
    const file = certificate[field];
    if (!file) continue;
    verdict.invalidEach(path.field(field), file, nonReservedPath(file));
    volume.take(file, path.field(field));
  }
  if (FILES.some((field) => certificate[field])) return;
  verdict.required(path, 'specify at least one of credentialBundlePath, keyPath, and certificateChainPath', {
    suggestion: 'set credentialBundlePath',
  });
}
