import { addFinalizer } from '../admission/finalizers';
import { effectiveName } from '../rules/metadata';
import { MOUNT_OPTIONS } from '../rules/mount-options';
import { PERSISTENT_VOLUME } from '../rules/persistent-volume';
import type { PersistentVolume } from '../schema/types';
import { PERSISTENT_VOLUME_WARNINGS } from '../warnings/persistent-volume';
import { dropDisabledVolumeFields } from '../gates/storage';
import type { KindRules } from './strategy';

/** ValidatePersistentVolume, pkg/apis/core/validation 1.36. */
export const PERSISTENT_VOLUME_KIND: KindRules<PersistentVolume> = {
  drop: ({ spec }, path, verdict) => {
    if (spec) dropDisabledVolumeFields(spec, path.child('spec'), verdict);
  },
  fillIn({ spec }) {
    if (spec) spec.persistentVolumeReclaimPolicy ||= 'Retain';
  },
  admit: ({ metadata }) => addFinalizer(metadata, 'kubernetes.io/pv-protection'),
  judge(volume, path, verdict) {
    const { spec = {}, metadata = {} } = volume;
    verdict.apply(PERSISTENT_VOLUME, { spec, name: effectiveName(metadata) }, path.child('spec'));
    verdict.apply(MOUNT_OPTIONS, volume, path);
  },
  warn: (volume, path, verdict) => verdict.apply(PERSISTENT_VOLUME_WARNINGS, volume, path),
};
