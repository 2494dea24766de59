import type { FieldPath } from '../../path';
import type {
  CSIPersistentVolumeSource,
  CSIVolumeSource,
  FlexVolumeSource,
  ImageVolumeSource,
  SecretReference,
} from '../../schema/types';
import type { Verdict } from '../../verdict';
import { named } from '../../../go/value';
import { dnsLabel, dnsSubdomain } from '../../../apimachinery/dns';
import { byteLength } from '../../../apimachinery/messages';
import { judgeSecretName } from './fields';

/** validateFlexVolumeSource and validateFlexPersistentVolumeSource, 1.36. */
export function judgeFlexVolume(
  { driver, options }: FlexVolumeSource,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!driver) verdict.required(path.field('driver'));
  for (const key in options) {
    const namespace = `.${key.split('/', 1)[0].toLowerCase()}`;
    const reserved = namespace.endsWith('.kubernetes.io') || namespace.endsWith('.k8s.io');
    if (reserved) {
      verdict.invalid(
        path.field('options').key(key),
        key,
        'kubernetes.io and k8s.io namespaces are reserved',
        { suggestion: 'rename the option' },
      );
    }
  }
}

/** ValidateCSIDriverName, 1.36; up to 1.34 no name is a bad name, too. */
function judgeDriver(driver: string, path: FieldPath, verdict: Verdict): void {
  if (!driver) verdict.required(path, '', { suggestion: 'set the name of the CSI driver' });
  if (!driver && verdict.minor >= 35) return;
  if (byteLength(driver) > 63) verdict.tooLong(path, 63);
  verdict.invalidEach(path, driver, dnsSubdomain(driver.toLowerCase()));
}

/** validateCSIVolumeSource, 1.36. */
export function judgeCsi(
  { driver = '', nodePublishSecretRef: secret }: CSIVolumeSource,
  path: FieldPath,
  verdict: Verdict,
): void {
  judgeDriver(driver, path.field('driver'), verdict);
  judgeSecretName(secret, path.field('nodePublishSecretRef'), verdict);
  if (secret?.name) {
    verdict.invalidEach(path.field('name'), secret.name, dnsSubdomain(secret.name), {
      at: path.field('nodePublishSecretRef', 'name'),
    });
  }
}

const CSI_SECRETS = [
  'controllerPublishSecretRef',
  'controllerExpandSecretRef',
  'nodePublishSecretRef',
  'nodeExpandSecretRef',
] as const;

/** validateCSIPersistentVolumeSource, 1.36. */
export function judgePersistentCsi(
  source: CSIPersistentVolumeSource,
  path: FieldPath,
  verdict: Verdict,
): void {
  judgeDriver(source.driver ?? '', path.field('driver'), verdict);
  if (!source.volumeHandle) verdict.required(path.field('volumeHandle'));
  for (const field of CSI_SECRETS) judgeCsiSecret(source[field], path.field(field), verdict);
}

/** validatePVSecretReference, 1.36. */
function judgeCsiSecret(secret: SecretReference | undefined, path: FieldPath, verdict: Verdict): void {
  if (!secret) return;
  if (!secret.name) verdict.required(path.field('name'), '', { suggestion: 'set the name of the Secret' });
  else verdict.invalidEach(path.field('name'), secret.name, dnsSubdomain(secret.name));
  if (!secret.namespace) {
    verdict.required(path.field('namespace'), '', { suggestion: 'set the namespace of the Secret' });
  } else {
    verdict.invalidEach(path.field('namespace'), secret.namespace, dnsLabel(secret.namespace));
  }
}

const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];

/** validateImageVolumeSource, 1.36: a template may leave the image to be filled in. */
export function judgeImage(
  { reference, pullPolicy }: ImageVolumeSource,
  inPod: boolean,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (inPod && !reference) verdict.required(path.field('reference'), '', { suggestion: 'set the image' });
  if (pullPolicy && !PULL_POLICIES.includes(pullPolicy)) {
    verdict.notSupported(path.field('pullPolicy'), named(pullPolicy), PULL_POLICIES);
  }
}
