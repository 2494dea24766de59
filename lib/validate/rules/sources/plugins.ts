import type { Field } from '../../field';
import type {
  CSIPersistentVolumeSource,
  CSIVolumeSource,
  FlexVolumeSource,
  ImageVolumeSource,
  SecretReference,
} from '../../schema/types';
import { named } from '../../../go/value';
import { dnsLabel, dnsSubdomain } from '../../../apimachinery/dns';
import { byteLength } from '../../../apimachinery/messages';
import { judgeSecretName } from './fields';

/** validateFlexVolumeSource and validateFlexPersistentVolumeSource, 1.36. */
export function judgeFlexVolume({ driver, options }: FlexVolumeSource, at: Field): void {
  if (!driver) at.field('driver').required();
  for (const key in options) {
    const namespace = `.${key.split('/', 1)[0].toLowerCase()}`;
    const reserved = namespace.endsWith('.kubernetes.io') || namespace.endsWith('.k8s.io');
    if (reserved) {
      at.field('options').key(key).invalid(key, 'kubernetes.io and k8s.io namespaces are reserved', {
        suggestion: 'rename the option',
      });
    }
  }
}

/** ValidateCSIDriverName, 1.36; up to 1.34 no name is a bad name, too. */
export function judgeDriverName(driver: string, at: Field): void {
  if (!driver) at.required('', { suggestion: 'set the name of the CSI driver' });
  if (!driver && at.minor >= 35) return;
  if (byteLength(driver) > 63) at.tooLong(63);
  at.invalidEach(driver, dnsSubdomain(driver.toLowerCase()));
}

/** validateCSIVolumeSource, 1.36. */
export function judgeCsi({ driver = '', nodePublishSecretRef: secret }: CSIVolumeSource, at: Field): void {
  judgeDriverName(driver, at.field('driver'));
  judgeSecretName(secret, at.field('nodePublishSecretRef'));
  if (secret?.name) {
    at.field('name')
      .shownAt(at.field('nodePublishSecretRef', 'name'))
      .invalidEach(secret.name, dnsSubdomain(secret.name));
  }
}

const CSI_SECRETS = [
  'controllerPublishSecretRef',
  'controllerExpandSecretRef',
  'nodePublishSecretRef',
  'nodeExpandSecretRef',
] as const;

/** validateCSIPersistentVolumeSource, 1.36. */
export function judgePersistentCsi(source: CSIPersistentVolumeSource, at: Field): void {
  judgeDriverName(source.driver ?? '', at.field('driver'));
  if (!source.volumeHandle) at.field('volumeHandle').required();
  for (const field of CSI_SECRETS) judgeCsiSecret(source[field], at.field(field));
}

/** validatePVSecretReference, 1.36. */
function judgeCsiSecret(secret: SecretReference | undefined, at: Field): void {
  if (!secret) return;
  if (!secret.name) at.field('name').required('', { suggestion: 'set the name of the Secret' });
  else at.field('name').invalidEach(secret.name, dnsSubdomain(secret.name));
  if (!secret.namespace) {
    at.field('namespace').required('', { suggestion: 'set the namespace of the Secret' });
  } else {
    at.field('namespace').invalidEach(secret.namespace, dnsLabel(secret.namespace));
  }
}

const PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'];

/** validateImageVolumeSource, 1.37: until 1.36 a template may leave the image to be filled in. */
export function judgeImage({ reference, pullPolicy }: ImageVolumeSource, inPod: boolean, at: Field): void {
  if (!reference && (inPod || at.minor >= 37)) {
    at.field('reference').required('', { suggestion: 'set the image' });
  }
  if (pullPolicy && !PULL_POLICIES.includes(pullPolicy)) {
    at.field('pullPolicy').notSupported(named(pullPolicy), PULL_POLICIES);
  }
}
