import { addFinalizer } from '../admission/finalizers';
import { defaultClaimSpec, fillInDataSources } from '../defaults/claims';
import { dropOtherDataSource } from '../gates/data-source';
import { Drops, field } from '../gates/drop';
import { judgeClaimSpec } from '../rules/claims';
import type { PersistentVolumeClaim, PersistentVolumeClaimSpec } from '../schema/types';
import { CLAIM_WARNINGS } from '../warnings/claim';
import type { Strategy } from './strategy';

export const PERSISTENT_VOLUME_CLAIM: Strategy<PersistentVolumeClaim> = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',

  /** DropDisabledFields, pkg/api/persistentvolumeclaim 1.30 to 1.36: not of claim templates. */
  dropDisabledFields({ spec }, at) {
    if (!spec) return;
    DROPS.run(spec, at.field('spec'));
    dropOtherDataSource(spec, at.field('spec'));
  },

  /** SetDefaults_PersistentVolumeClaim, pkg/apis/core/v1 1.36. */
  applyDefaults(claim) {
    const spec = (claim.spec ??= {});
    defaultClaimSpec(spec);
    fillInDataSources(spec);
  },

  admit: (claim) => addFinalizer(claim, 'kubernetes.io/pvc-protection'),

  /** ValidatePersistentVolumeClaim, pkg/apis/core/validation 1.36. */
  validate: ({ spec = {} }, at) => judgeClaimSpec(spec, at.field('spec')),

  warn: (claim, at) => at.apply(CLAIM_WARNINGS, claim),

  complete(claim) {
    claim.status = { phase: 'Pending' };
  },
};

const DROPS = new Drops<PersistentVolumeClaimSpec>([
  field('VolumeAttributesClass', 'volumeAttributesClassName'),
  {
    ...field<PersistentVolumeClaimSpec>('CrossNamespaceVolumeDataSource', 'dataSourceRef'),
    uses: ({ dataSourceRef }) => Boolean(dataSourceRef?.namespace),
  },
]);
