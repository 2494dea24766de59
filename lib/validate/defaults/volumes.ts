import type { ImageVolumeSource, Volume } from '../schema/types';
import { defaultClaimSpec } from './claims';
import { isLatest } from './image';

const FILE_MODE = 0o644;

/** SetDefaults_Volume and what it holds, 1.36. A volume without a source is an emptyDir. */
export function defaultVolume(volume: Volume): void {
  if (!hasSource(volume)) volume.emptyDir = {};
  defaultFiles(volume);
  const { hostPath, image, ephemeral } = volume;
  if (hostPath) hostPath.type ??= '';
  if (image) defaultImage(image);
  if (ephemeral?.volumeClaimTemplate) defaultClaimSpec((ephemeral.volumeClaimTemplate.spec ??= {}));
  defaultDisk(volume);
}

function hasSource(volume: Volume): boolean {
  for (const field in volume) {
    if (field !== 'name' && volume[field as keyof Volume] !== undefined) return true;
  }
  return false;
}

function defaultFiles({ configMap, secret, downwardAPI, projected }: Volume): void {
  if (configMap) configMap.defaultMode ??= FILE_MODE;
  if (secret) secret.defaultMode ??= FILE_MODE;
  if (downwardAPI) downwardAPI.defaultMode ??= FILE_MODE;
  downwardAPI?.items?.forEach(defaultFile);
  if (projected) defaultProjected(projected);
}

function defaultProjected(projected: NonNullable<Volume['projected']>): void {
  projected.defaultMode ??= FILE_MODE;
  projected.sources?.forEach(({ downwardAPI, serviceAccountToken }) => {
    downwardAPI?.items?.forEach(defaultFile);
    if (serviceAccountToken) serviceAccountToken.expirationSeconds ??= 3600;
  });
}

/** SetDefaults_ObjectFieldSelector, 1.36. */
function defaultFile({ fieldRef }: { readonly fieldRef?: { apiVersion?: string } }): void {
  if (fieldRef) fieldRef.apiVersion ||= 'v1';
}

function defaultImage(image: ImageVolumeSource): void {
  image.pullPolicy ||= isLatest(image.reference ?? '') ? 'Always' : 'IfNotPresent';
}

/** Defaults of disks that the API's types themselves declare, of Pods' volumes and of PersistentVolumes. */
const DISKS: { readonly [source: string]: { readonly [field: string]: string | boolean } } = {
  azureDisk: { cachingMode: 'ReadWrite', fsType: 'ext4', kind: 'Shared', readOnly: false },
  iscsi: { iscsiInterface: 'default' },
  rbd: { pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' },
  scaleIO: { storageMode: 'ThinProvisioned', fsType: 'xfs' },
};

/** Sources whose fields are pointers, so that an empty string is a value. */
const POINTERS = ['azureDisk'];

export function defaultDisk(volume: object): void {
  for (const source in DISKS) {
    const disk = (volume as { readonly [source: string]: { [field: string]: unknown } | undefined })[source];
    if (!disk) continue;
    for (const [field, value] of Object.entries(DISKS[source])) {
      const unset = disk[field] === undefined || (disk[field] === '' && !POINTERS.includes(source));
      if (unset) disk[field] = value;
    }
  }
}
