import type { Field } from '../field';
import { defineRule, type Rule } from '../rule';
import type { PersistentVolume, PersistentVolumeSpec } from '../schema/types';
import { STORAGE_CLASS, STORAGE_CLASS_TEXT } from './claim';
import { warnOfTerm } from './node-labels';
import { warnAt } from './warn-at';

/** GetWarningsForPersistentVolume, pkg/api/persistentvolume 1.36. */
export const PERSISTENT_VOLUME_WARNINGS = defineRule<Rule<PersistentVolume>>({
  id: 'persistent-volume-deprecated',
  stage: 'warn',
  mistake: 'a volume type, annotation or policy of a PersistentVolume that is deprecated',
  suggestion: 'use a CSI driver',
  judge({ metadata: { annotations } = {}, spec = {} }, at) {
    for (const [annotation, text, minor] of ANNOTATIONS) {
      if (annotations?.[annotation] !== undefined && at.minor >= minor) {
        warnAt(at.field('metadata', 'annotations').key(annotation), text);
      }
    }
    const place = at.field('spec');
    if (spec.persistentVolumeReclaimPolicy === 'Recycle') {
      warnAt(place.field('persistentVolumeReclaimPolicy'), RECYCLE);
    }
    warnOfTerms(spec.nodeAffinity, place.field('nodeAffinity', 'required', 'nodeSelectorTerms'));
    for (const [field, text, name] of SOURCES) {
      if (spec[field] !== undefined) {
        place.field(field).warn(`${place.field(name ?? field)}: ${text}`, 'use csi');
      }
    }
  },
});

function warnOfTerms(affinity: PersistentVolumeSpec['nodeAffinity'], at: Field): void {
  affinity?.required?.nodeSelectorTerms?.forEach((term, index) => warnOfTerm(term, false, at.index(index)));
}

/** Annotations, and since which minor a server warns of them. */
const ANNOTATIONS = [
  [STORAGE_CLASS, STORAGE_CLASS_TEXT, 30],
  [
    'volume.beta.kubernetes.io/mount-options',
    'deprecated since v1.31; use "mountOptions" attribute instead',
    31,
  ],
] as const;

const RECYCLE =
  'The Recycle reclaim policy is deprecated. Instead, the recommended approach is to use dynamic provisioning.';

const SOURCES: readonly (readonly [field: keyof PersistentVolumeSpec, text: string, name?: string])[] = [
  ['cephfs', 'deprecated in v1.28, non-functional in v1.31+'],
  ['photonPersistentDisk', 'deprecated in v1.11, non-functional in v1.16+'],
  ['scaleIO', 'deprecated in v1.16, non-functional in v1.22+'],
  ['storageos', 'deprecated in v1.22, non-functional in v1.25+', 'storageOS'],
  ['glusterfs', 'deprecated in v1.25, non-functional in v1.26+'],
  ['rbd', 'deprecated in v1.28, non-functional in v1.31+'],
];
