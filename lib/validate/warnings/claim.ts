import type { FieldPath } from '../path';
import type { Rule } from '../rule';
import type { PersistentVolumeClaim, PersistentVolumeClaimSpec } from '../schema/types';
import type { Verdict } from '../verdict';
import { quote } from '../go-text';
import { quantity } from '../vocabulary/quantity';

const STORAGE_CLASS = 'volume.beta.kubernetes.io/storage-class';

/** GetWarningsForPersistentVolumeClaim, pkg/api/persistentvolumeclaim 1.36. */
export const CLAIM_WARNINGS: Rule<PersistentVolumeClaim> = {
  id: 'volume-claim-deprecated',
  judge({ metadata, spec = {} }, path, verdict) {
    if (metadata?.annotations?.[STORAGE_CLASS] !== undefined) {
      const place = path.child('metadata', 'annotations').key(STORAGE_CLASS);
      verdict.warn(place, `${place}: deprecated since v1.8; use "storageClassName" attribute instead`, 'set spec.storageClassName');
    }
    warnOfClaimSpec(spec, path.child('spec'), verdict);
  },
};

/** GetWarningsForPersistentVolumeClaimSpec, 1.36: of StatefulSets' and ephemeral volumes' claims, too. */
export function warnOfClaimSpec({ resources }: PersistentVolumeClaimSpec, path: FieldPath, verdict: Verdict): void {
  if (!resources) return;
  for (const field of ['requests', 'limits'] as const) {
    const amount = quantity(resources[field]?.storage);
    const place = path.child('resources', field).key('storage');
    if (!amount.roundsToInteger()) verdict.warn(place, `${place}: fractional byte value ${quote(amount.toString())} is invalid, must be an integer`, 'use whole bytes');
  }
}
