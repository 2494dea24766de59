import { isLatest } from '../defaults/pod-spec';
import type { ImageVolumeSource, PersistentVolumeClaimSpec, Volume } from '../schema/types';
import { isOn } from '../gates/gates';

const FILE_MODE = 0o644;

/**
 * What a server fills in of a volume and does not look at when it judges: SetDefaults_*VolumeSource of
 * core/v1, 1.36.
 */
export function completeVolume(volume: Volume, minor: number): void {
  const { configMap, secret, downwardAPI, projected, hostPath, image, ephemeral } = volume;
  for (const files of [configMap, secret, downwardAPI, projected]) if (files) files.defaultMode ??= FILE_MODE;
  if (hostPath) hostPath.type ??= '';
  if (image && isOn('ImageVolume', minor)) completeImage(image);
  if (ephemeral?.volumeClaimTemplate) completeClaimSpec((ephemeral.volumeClaimTemplate.spec ??= {}));
  completeDisk(volume);
}

function completeImage(image: ImageVolumeSource): void {
  image.pullPolicy ||= isLatest(image.reference ?? '') ? 'Always' : 'IfNotPresent';
}

/** Defaults of disks that the API's types themselves declare, of Pods' volumes and of PersistentVolumes. */
const DISKS: { readonly [source: string]: { readonly [field: string]: string | boolean } } = {
  azureDisk: { cachingMode: 'ReadWrite', fsType: 'ext4', kind: 'Shared', readOnly: false },
  iscsi: { iscsiInterface: 'default' },
  rbd: { pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' },
  scaleIO: { storageMode: 'ThinProvisioned', fsType: 'xfs' },
};

/** Sources whose fields are pointers: a text that is empty is one. */
const POINTERS = ['azureDisk'];

export function completeDisk(volume: object): void {
  for (const [source, defaults] of Object.entries(DISKS)) {
    const disk = (volume as { readonly [source: string]: { [field: string]: unknown } | undefined })[source];
    if (!disk) continue;
    for (const field of Object.keys(defaults)) {
      const unset = disk[field] === undefined || (disk[field] === '' && !POINTERS.includes(source));
      if (unset) disk[field] = defaults[field];
    }
  }
}

/** SetDefaults_PersistentVolumeClaimSpec, 1.36. */
export function completeClaimSpec(spec: PersistentVolumeClaimSpec): void {
  spec.volumeMode ??= 'Filesystem';
}
