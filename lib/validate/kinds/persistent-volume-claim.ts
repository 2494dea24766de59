import { fillInDataSources } from '../defaults/claims';
import { dropOtherDataSource } from '../gates/data-source';
import { dropDisabledClaimFields } from '../gates/storage';
import { addFinalizer } from '../admission/finalizers';
import { judgeClaimSpec } from '../rules/claims';
import type { PersistentVolumeClaim } from '../schema/types';
import { CLAIM_WARNINGS } from '../warnings/claim';
import type { KindRules } from './strategy';

/** ValidatePersistentVolumeClaim, pkg/apis/core/validation 1.36. */
export const CLAIM: KindRules<PersistentVolumeClaim> = {
  drop({ spec }, path, verdict) {
    if (!spec) return;
    dropDisabledClaimFields(spec, path.child('spec'), verdict);
    dropOtherDataSource(spec, path.child('spec'), verdict);
  },
  fillIn: ({ spec }) => {
    if (spec) fillInDataSources(spec);
  },
  admit: ({ metadata }) => addFinalizer(metadata, 'kubernetes.io/pvc-protection'),
  judge: ({ spec = {} }, path, verdict) => judgeClaimSpec(spec, path.child('spec'), verdict),
  warn: (claim, path, verdict) => verdict.apply(CLAIM_WARNINGS, claim, path),
};
