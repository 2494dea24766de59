import { isLatest } from '../defaults/pod-spec';
import type { PersistentVolumeClaimSpec, Volume } from '../schema/types';
import { isOn } from '../gates/gates';

const FILE_MODE = 0o644;

/** What a server fills in of a volume and does not look at when it judges: SetDefaults_*VolumeSource of core/v1, 1.36. */
export function completeVolume(volume: Volume, minor: number): void {
  const { configMap, secret, downwardAPI, projected, hostPath, image, ephemeral } = volume;
  for (const files of [configMap, secret, downwardAPI, projected]) if (files) files.defaultMode ??= FILE_MODE;
  if (hostPath) hostPath.type ??= '';
  if (image && isOn('ImageVolume', minor)) image.pullPolicy ||= isLatest(image.reference ?? '') ? 'Always' : 'IfNotPresent';
  if (ephemeral?.volumeClaimTemplate) completeClaimSpec((ephemeral.volumeClaimTemplate.spec ??= {}));
  completeDisk(volume);
}

/** The part that Pods' volumes and PersistentVolumes have in common. */
export type Disk = Pick<Volume, 'azureDisk'> & {
  readonly iscsi?: { iscsiInterface?: string };
  readonly rbd?: { pool?: string; user?: string; keyring?: string };
  readonly scaleIO?: { storageMode?: string; fsType?: string };
};

/** Defaults that the API's types themselves declare. */
export function completeDisk({ iscsi, rbd, scaleIO, azureDisk }: Disk): void {
  if (iscsi) iscsi.iscsiInterface ||= 'default';
  if (rbd) {
    rbd.pool ||= 'rbd';
    rbd.user ||= 'admin';
    rbd.keyring ||= '/etc/ceph/keyring';
  }
  if (scaleIO) {
    scaleIO.storageMode ||= 'ThinProvisioned';
    scaleIO.fsType ||= 'xfs';
  }
  if (!azureDisk) return;
  azureDisk.cachingMode ??= 'ReadWrite';
  azureDisk.fsType ??= 'ext4';
  azureDisk.kind ??= 'Shared';
  azureDisk.readOnly ??= false;
}

/** SetDefaults_PersistentVolumeClaimSpec, 1.36. */
export function completeClaimSpec(spec: PersistentVolumeClaimSpec): void {
  spec.volumeMode ??= 'Filesystem';
}
