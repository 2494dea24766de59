import { addFinalizerAlways } from '../admission/finalizers';
import type { PersistentVolume, PersistentVolumeClaim, StorageClass } from '../schema/types';
import type { Completion } from './completion';
import { completeClaimSpec, completeDisk } from './volumes';

/**
 * SetDefaults_PersistentVolumeClaim, pkg/apis/core/v1 1.36, and the admission plugin
 * StorageObjectInUseProtection.
 */
export const completeClaim: Completion<PersistentVolumeClaim> = (claim) => {
  completeClaimSpec((claim.spec ??= {}));
  addFinalizerAlways((claim.metadata ??= {}), 'kubernetes.io/pvc-protection');
  claim.status = { phase: 'Pending' };
};

/** SetDefaults_PersistentVolume, 1.36, and the same plugin. The time of its phase is the server's own. */
export const completePersistentVolume: Completion<PersistentVolume> = (volume) => {
  const spec = (volume.spec ??= {});
  spec.persistentVolumeReclaimPolicy ||= 'Retain';
  spec.volumeMode ??= 'Filesystem';
  if (spec.hostPath) spec.hostPath.type ??= '';
  completeDisk(spec);
  addFinalizerAlways((volume.metadata ??= {}), 'kubernetes.io/pv-protection');
  volume.status = { phase: 'Pending' };
};

/** SetDefaults_StorageClass, pkg/apis/storage/v1 1.36. */
export const completeStorageClass: Completion<StorageClass> = (object) => {
  object.reclaimPolicy ??= 'Delete';
  object.volumeBindingMode ??= 'Immediate';
};
