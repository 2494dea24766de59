import { defineRule, type Rule } from '../rule';
import type { PersistentVolume, PersistentVolumeSpec } from '../schema/types';

const ANNOTATION = 'volume.beta.kubernetes.io/mount-options';
const MOUNTED: readonly (keyof PersistentVolumeSpec)[] = [
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'glusterfs',
  'nfs',
  'rbd',
  'quobyte',
  'iscsi',
  'cinder',
  'cephfs',
  'azureFile',
  'vsphereVolume',
  'azureDisk',
  'photonPersistentDisk',
];

/** Options of a volume that cannot have any: checkMountOption, pkg/volume/validation 1.36. */
export const MOUNT_OPTIONS = defineRule<Rule<PersistentVolume>>({
  id: 'persistent-volume-mount-options',
  stage: 'judge',
  mistake: 'mount options for a volume type that does not support them',
  suggestion: 'remove the annotation',
  judge({ metadata: { annotations } = {}, spec = {} }, at) {
    if (annotations?.[ANNOTATION] === undefined || MOUNTED.some((source) => spec[source] !== undefined)) {
      return;
    }
    const place = at.field('metadata', 'annotations');
    place
      .field(ANNOTATION)
      .shownAt(place.key(ANNOTATION))
      .forbidden('may not specify mount options for this volume type', {
        suggestion: 'remove the annotation',
      });
  },
});
