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
  if (!driver) verdict.required(path.child('driver'));
  for (const key in options) {
    const namespace = `.${key.split('/', 1)[0].toLowerCase()}`;
    const reserved = namespace.endsWith('.kubernetes.io') || namespace.endsWith('.k8s.io');
    if (reserved) {
      verdict.invalid(
        path.child('options').key(key),
        key,
        'kubernetes.io and k8s.io namespaces are reserved',
        { remedy: 'rename the option' },
      );
    }
  }
}

/** ValidateCSIDriverName, 1.36; up to 1.34 no name is a bad name, too. */
function judgeDriver(driver: string, path: FieldPath, verdict: Verdict): void {
  if (!driver) verdict.required(path, '', { remedy: 'set the name of the CSI driver' });
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
  judgeDriver(driver, path.child('driver'), verdict);
  judgeSecretName(secret, path.child('nodePublishSecretRef'), verdict);
  if (secret?.name) {
    verdict.invalidEach(path.child('name'), secret.name, dnsSubdomain(secret.name), {
      at: path.child('nodePublishSecretRef', 'name'),
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
  judgeDriver(source.driver ?? '', path.child('driver'), verdict);
  if (!source.volumeHandle) verdict.required(path.child('volumeHandle'));
  for (const field of CSI_SECRETS) judgeCsiSecret(source[field], path.child(field), verdict);
}

/** validatePVSecretReference, 1.36. */
function judgeCsiSecret(secret: SecretReference | undefined, path: FieldPath, verdict: Verdict): void {
  if (!secret) return;
  if (!secret.name) verdict.required(path.child('name'), '', { remedy: 'set the name of the Secret' });
  else verdict.invalidEach(path.child('name'), secret.name, dnsSubdomain(secret.name));
  if (!secret.namespace) {
    verdict.required(path.child('namespace'), '', { remedy: 'set the namespace of the Secret' });
  } else {
    verdict.invalidEach(path.child('namespace'), secret.namespace, dnsLabel(secret.namespace));
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
  if (inPod && !reference) verdict.required(path.child('reference'), '', { remedy: 'set the image' });
  if (pullPolicy && !PULL_POLICIES.includes(pullPolicy)) {
    verdict.notSupported(path.child('pullPolicy'), named(pullPolicy), PULL_POLICIES);
  }
}
