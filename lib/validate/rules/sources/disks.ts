import type { Field } from '../../field';
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
export function judgePersistentAzureFile(source: AzureFilePersistentVolumeSource, at: Field): void {
  judgeAzureFile(source, at);
  if (source.secretNamespace === '') at.field('secretNamespace').required();
}

/** validateGCEPersistentDiskVolumeSource, 1.36. */
export function judgeGceDisk({ pdName, partition }: GCEPersistentDiskVolumeSource, at: Field): void {
  if (!pdName) at.field('pdName').required();
  judgePartition(partition, at.field('partition'));
}

/** validateAWSElasticBlockStoreVolumeSource, 1.36. */
export function judgeAwsDisk({ volumeID, partition }: AWSElasticBlockStoreVolumeSource, at: Field): void {
  if (!volumeID) at.field('volumeID').required();
  judgePartition(partition, at.field('partition'));
}

/** The whole disk is partition 0, whatever the text says. */
function judgePartition(partition: number | undefined, at: Field): void {
  if (partition !== undefined && (partition < 0 || partition > 255)) {
    at.invalid(partition, inRange(1, 255));
  }
}

/** validateCinderVolumeSource, 1.36. */
export function judgeCinder({ volumeID, secretRef }: CinderVolumeSource, at: Field): void {
  if (!volumeID) at.field('volumeID').required();
  judgeSecretName(secretRef, at.field('secretRef'));
}

/** validateCinderPersistentVolumeSource, 1.36. */
export function judgePersistentCinder(
  { volumeID, secretRef }: CinderPersistentVolumeSource,
  at: Field,
): void {
  if (!volumeID) at.field('volumeID').required();
  judgeSecretReference(secretRef, at.field('secretRef'));
}

const CACHING_MODES = ['None', 'ReadOnly', 'ReadWrite'];
const DISK_KINDS = ['Dedicated', 'Managed', 'Shared'];
const MANAGED_URI =
  '/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}';
const BLOB_URI = 'https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd';

/** validateAzureDisk, 1.36, with the defaults of SetDefaults_AzureDiskVolumeSource. */
export function judgeAzureDisk(source: AzureDiskVolumeSource, at: Field): void {
  const { diskName, diskURI = '', cachingMode = 'ReadWrite', kind = 'Shared' } = source;
  if (!diskName) at.field('diskName').required();
  if (!diskURI) at.field('diskURI').required();
  if (!CACHING_MODES.includes(cachingMode)) {
    at.field('cachingMode').notSupported(named(cachingMode), CACHING_MODES);
  }
  if (!DISK_KINDS.includes(kind)) at.field('kind').notSupported(named(kind), DISK_KINDS);
  if (kind === 'Managed' && !diskURI.startsWith('/subscriptions/')) {
    at.field('diskURI').notSupported(goPlain(diskURI), [MANAGED_URI]);
  }
  if (kind !== 'Managed' && !diskURI.startsWith('https://')) {
    at.field('diskURI').notSupported(goPlain(diskURI), [BLOB_URI]);
  }
}

/** validateStorageOSVolumeSource, 1.36. */
export function judgeStorageOs(source: StorageOSVolumeSource, at: Field): void {
  judgeStorageOsNames(source, at);
  judgeSecretName(source.secretRef, at.field('secretRef'));
}

/** validateStorageOSPersistentVolumeSource, 1.36. */
export function judgePersistentStorageOs(source: StorageOSPersistentVolumeSource, at: Field): void {
  judgeStorageOsNames(source, at);
  judgeSecretReference(source.secretRef, at.field('secretRef'));
}

function judgeStorageOsNames({ volumeName, volumeNamespace }: StorageOSVolumeSource, at: Field): void {
  if (!volumeName) at.field('volumeName').required();
  else at.field('volumeName').invalidEach(volumeName, dnsLabel(volumeName));
  if (volumeNamespace) {
    at.field('volumeNamespace').invalidEach(volumeNamespace, dnsLabel(volumeNamespace));
  }
}
