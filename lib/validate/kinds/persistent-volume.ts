import { addFinalizer } from '../admission/finalizers';
import { defaultDisk } from '../defaults/volumes';
import { Drops, field } from '../gates/drop';
import { effectiveName } from '../rules/metadata';
import { MOUNT_OPTIONS } from '../rules/mount-options';
import { PERSISTENT_VOLUME as PERSISTENT_VOLUME_SPEC } from '../rules/persistent-volume';
import type { PersistentVolume, PersistentVolumeSpec } from '../schema/types';
import { PERSISTENT_VOLUME_WARNINGS } from '../warnings/persistent-volume';
import type { Strategy } from './strategy';

export const PERSISTENT_VOLUME: Strategy<PersistentVolume> = {
  apiVersion: 'v1',
  kind: 'PersistentVolume',

  /** persistentvolumeStrategy.PrepareForCreate, pkg/registry/core/persistentvolume 1.31 to 1.36. */
  dropDisabledFields({ spec }, at) {
    if (spec && at.minor >= 31) DROPS.run(spec, at.field('spec'));
  },

  /** SetDefaults_PersistentVolume, pkg/apis/core/v1 1.36. */
  applyDefaults(volume) {
    const spec = (volume.spec ??= {});
    spec.persistentVolumeReclaimPolicy ||= 'Retain';
    spec.volumeMode ??= 'Filesystem';
    if (spec.hostPath) spec.hostPath.type ??= '';
    defaultDisk(spec);
  },

  admit: (volume) => addFinalizer(volume, 'kubernetes.io/pv-protection'),

  /** ValidatePersistentVolume, pkg/apis/core/validation 1.36. */
  validate(volume, at) {
    const { spec = {}, metadata = {} } = volume;
    at.field('spec').apply(PERSISTENT_VOLUME_SPEC, { spec, name: effectiveName(metadata) });
    at.apply(MOUNT_OPTIONS, volume);
  },

  warn: (volume, at) => at.apply(PERSISTENT_VOLUME_WARNINGS, volume),

  /** The time of its phase is the server's own. */
  complete(volume) {
    volume.status = { phase: 'Pending' };
  },
};

const DROPS = new Drops<PersistentVolumeSpec>([field('VolumeAttributesClass', 'volumeAttributesClassName')]);
