import type { FieldPath } from '../path';
import { defineRule, type Rule } from '../rule';
import type { PersistentVolume, PersistentVolumeSpec } from '../schema/types';
import type { Verdict } from '../verdict';
import { nodeLabelWarning } from './node-labels';

/** GetWarningsForPersistentVolume, pkg/api/persistentvolume 1.36. */
export const PERSISTENT_VOLUME_WARNINGS = defineRule<Rule<PersistentVolume>>({
  id: 'persistent-volume-deprecated',
  stage: 'warn',
  mistake: 'a volume type, annotation or policy of a PersistentVolume that is deprecated',
  suggestion: 'use a CSI driver',
  judge({ metadata: { annotations } = {}, spec = {} }, path, verdict) {
    for (const [annotation, text, minor] of ANNOTATIONS) {
      if (annotations?.[annotation] !== undefined && verdict.minor >= minor) {
        warn(path.child('metadata', 'annotations').key(annotation), text, verdict);
      }
    }
    const place = path.child('spec');
    if (spec.persistentVolumeReclaimPolicy === 'Recycle') {
      warn(place.child('persistentVolumeReclaimPolicy'), RECYCLE, verdict);
    }
    warnOfNodeLabels(spec, place, verdict);
    for (const [field, text, name] of SOURCES) {
      if (spec[field] !== undefined) {
        verdict.warn(place.child(field), `${place.child(name ?? field)}: ${text}`, 'use csi');
      }
    }
  },
});

const warn = (path: FieldPath, text: string, verdict: Verdict) => verdict.warn(path, `${path}: ${text}`);

const ANNOTATIONS = [
  [
    'volume.beta.kubernetes.io/storage-class',
    'deprecated since v1.8; use "storageClassName" attribute instead',
    30,
  ],
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

function warnOfNodeLabels({ nodeAffinity }: PersistentVolumeSpec, path: FieldPath, verdict: Verdict): void {
  const place = path.child('nodeAffinity', 'required', 'nodeSelectorTerms');
  nodeAffinity?.required?.nodeSelectorTerms?.forEach(({ matchExpressions }, index) =>
    matchExpressions?.forEach(({ key = '' }, at) => {
      const text = nodeLabelWarning(key, verdict.minor);
      if (text) {
        warn(
          place.index(index).child('matchExpressions').index(at).child('key'),
          `${key} is ${text}`,
          verdict,
        );
      }
    }),
  );
}
