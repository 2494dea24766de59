import type { FieldPath } from '../../path';
import type {
  AWSElasticBlockStoreVolumeSource,
  AzureDiskVolumeSource,
  AzureFilePersistentVolumeSource,
  AzureFileVolumeSource,
  CinderPersistentVolumeSource,
  CinderVolumeSource,
  GCEPersistentDiskVolumeSource,
  PhotonPersistentDiskVolumeSource,
  PortworxVolumeSource,
  ScaleIOVolumeSource,
  StorageOSPersistentVolumeSource,
  StorageOSVolumeSource,
  VsphereVirtualDiskVolumeSource,
} from '../../schema/types';
import type { Verdict } from '../../verdict';
import { goPlain } from '../../../go/format';
import { named } from '../../../go/value';
import { dnsLabel } from '../../../apimachinery/dns';
import { inRange } from '../../../apimachinery/messages';
import { judgeSecretName, judgeSecretReference, requires } from './fields';

/** validateVsphereVolumeSource, 1.36. */
export const judgeVsphere = requires<VsphereVirtualDiskVolumeSource>('volumePath');
/** validatePhotonPersistentDiskVolumeSource, 1.36. */
export const judgePhoton = requires<PhotonPersistentDiskVolumeSource>('pdID');
/** validatePortworxVolumeSource, 1.36. */
export const judgePortworx = requires<PortworxVolumeSource>('volumeID');
/** validateScaleIOVolumeSource and validateScaleIOPersistentVolumeSource, 1.36. */
export const judgeScaleIo = requires<ScaleIOVolumeSource>('gateway', 'system', 'volumeName');
/** validateAzureFile, 1.36. */
export const judgeAzureFile = requires<AzureFileVolumeSource>('secretName', 'shareName');

/** validateAzureFilePV, 1.36. */
export function judgePersistentAzureFile(
  source: AzureFilePersistentVolumeSource,
  path: FieldPath,
  verdict: Verdict,
): void {
  judgeAzureFile(source, path, verdict);
  if (source.secretNamespace === '') verdict.required(path.field('secretNamespace'));
}

/** validateGCEPersistentDiskVolumeSource, 1.36. */
export function judgeGceDisk(
  { pdName, partition }: GCEPersistentDiskVolumeSource,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!pdName) verdict.required(path.field('pdName'));
  judgePartition(partition, path.field('partition'), verdict);
}

/** validateAWSElasticBlockStoreVolumeSource, 1.36. */
export function judgeAwsDisk(
  { volumeID, partition }: AWSElasticBlockStoreVolumeSource,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!volumeID) verdict.required(path.field('volumeID'));
  judgePartition(partition, path.field('partition'), verdict);
}

/** The whole disk is partition 0, whatever the text says. */
function judgePartition(partition: number | undefined, path: FieldPath, verdict: Verdict): void {
  if (partition !== undefined && (partition < 0 || partition > 255)) {
    verdict.invalid(path, partition, inRange(1, 255));
  }
}

/** validateCinderVolumeSource, 1.36. */
export function judgeCinder(
  { volumeID, secretRef }: CinderVolumeSource,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!volumeID) verdict.required(path.field('volumeID'));
  judgeSecretName(secretRef, path.field('secretRef'), verdict);
}

/** validateCinderPersistentVolumeSource, 1.36. */
export function judgePersistentCinder(
  { volumeID, secretRef }: CinderPersistentVolumeSource,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!volumeID) verdict.required(path.field('volumeID'));
  judgeSecretReference(secretRef, path.field('secretRef'), verdict);
}

const CACHING_MODES = ['None', 'ReadOnly', 'ReadWrite'];
const DISK_KINDS = ['Dedicated', 'Managed', 'Shared'];
const MANAGED_URI =
  '/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}';
const BLOB_URI = 'https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd';

/** validateAzureDisk, 1.36, with the defaults of SetDefaults_AzureDiskVolumeSource. */
export function judgeAzureDisk(source: AzureDiskVolumeSource, path: FieldPath, verdict: Verdict): void {
  const { diskName, diskURI = '', cachingMode = 'ReadWrite', kind = 'Shared' } = source;
  if (!diskName) verdict.required(path.field('diskName'));
  if (!diskURI) verdict.required(path.field('diskURI'));
  if (!CACHING_MODES.includes(cachingMode)) {
    verdict.notSupported(path.field('cachingMode'), named(cachingMode), CACHING_MODES);
  }
  if (!DISK_KINDS.includes(kind)) verdict.notSupported(path.field('kind'), named(kind), DISK_KINDS);
  if (kind === 'Managed' && !diskURI.startsWith('/subscriptions/')) {
    verdict.notSupported(path.field('diskURI'), goPlain(diskURI), [MANAGED_URI]);
  }
  if (kind !== 'Managed' && !diskURI.startsWith('https://')) {
    verdict.notSupported(path.field('diskURI'), goPlain(diskURI), [BLOB_URI]);
  }
}

/** validateStorageOSVolumeSource, 1.36. */
export function judgeStorageOs(source: StorageOSVolumeSource, path: FieldPath, verdict: Verdict): void {
  judgeStorageOsNames(source, path, verdict);
  judgeSecretName(source.secretRef, path.field('secretRef'), verdict);
}

/** validateStorageOSPersistentVolumeSource, 1.36. */
export function judgePersistentStorageOs(
  source: StorageOSPersistentVolumeSource,
  path: FieldPath,
  verdict: Verdict,
): void {
  judgeStorageOsNames(source, path, verdict);
  judgeSecretReference(source.secretRef, path.field('secretRef'), verdict);
}

function judgeStorageOsNames(
  { volumeName, volumeNamespace }: StorageOSVolumeSource,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!volumeName) verdict.required(path.field('volumeName'));
  else verdict.invalidEach(path.field('volumeName'), volumeName, dnsLabel(volumeName));
  if (volumeNamespace) {
    verdict.invalidEach(path.field('volumeNamespace'), volumeNamespace, dnsLabel(volumeNamespace));
  }
}
