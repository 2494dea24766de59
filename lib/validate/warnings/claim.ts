import { defineRule, type Rule } from '../rule';
import type { PersistentVolumeClaim } from '../schema/types';
import { FRACTIONAL_STORAGE } from './fractional-bytes';
import { warnAt } from './warn-at';

/** Of claims and volumes: pkg/api/persistentvolumeclaim and pkg/api/persistentvolume 1.30 to 1.36. */
export const STORAGE_CLASS = 'volume.beta.kubernetes.io/storage-class';
export const STORAGE_CLASS_TEXT = 'deprecated since v1.8; use "storageClassName" attribute instead';

/** GetWarningsForPersistentVolumeClaim, pkg/api/persistentvolumeclaim 1.36. */
export const CLAIM_WARNINGS = defineRule<Rule<PersistentVolumeClaim>>({
  id: 'volume-claim-deprecated',
  stage: 'warn',
  mistake: 'an annotation of a claim that is deprecated',
  suggestion: 'set `spec.storageClassName`',
  judge({ metadata, spec = {} }, at) {
    if (metadata?.annotations?.[STORAGE_CLASS] !== undefined) {
      const place = at.field('metadata', 'annotations').key(STORAGE_CLASS);
      warnAt(place, STORAGE_CLASS_TEXT, 'set spec.storageClassName');
    }
    at.field('spec').apply(FRACTIONAL_STORAGE, spec);
  },
});
