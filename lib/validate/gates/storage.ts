import type { FieldPath } from '../path';
import type { PersistentVolumeClaimSpec } from '../schema/types';
import type { Verdict } from '../verdict';
import { Drops, field } from './drop';

const VOLUME_DROPS = new Drops<{ volumeAttributesClassName?: string }>([
  field('VolumeAttributesClass', 'volumeAttributesClassName'),
]);

const CLAIM_DROPS = new Drops<PersistentVolumeClaimSpec>([
  field('VolumeAttributesClass', 'volumeAttributesClassName'),
  {
    ...field<PersistentVolumeClaimSpec>('CrossNamespaceVolumeDataSource', 'dataSourceRef'),
    uses: ({ dataSourceRef }) => Boolean(dataSourceRef?.namespace),
  },
]);

/**
 * Drops what a server drops of a PersistentVolumeClaim, and not of a claim template: DropDisabledFields,
 * pkg/api/persistentvolumeclaim 1.30 to 1.36.
 */
export function dropDisabledClaimFields(
  spec: PersistentVolumeClaimSpec,
  path: FieldPath,
  verdict: Verdict,
): void {
  CLAIM_DROPS.run(spec, path, verdict);
}

/**
 * Drops what a server drops of a PersistentVolume: persistentvolumeStrategy.PrepareForCreate,
 * pkg/registry/core/persistentvolume 1.31 to 1.36.
 */
export function dropDisabledVolumeFields(
  spec: { volumeAttributesClassName?: string },
  path: FieldPath,
  verdict: Verdict,
): void {
  if (verdict.minor >= 31) VOLUME_DROPS.run(spec, path, verdict);
}

/** The part of a CSIDriver that has to do with gates. */
export interface CsiDriverSpec {
  nodeAllocatableUpdatePeriodSeconds?: number;
  preventPodSchedulingIfMissing?: boolean;
}

const CSI_DRIVER_DROPS = new Drops<CsiDriverSpec>([
  field('MutableCSINodeAllocatableCount', 'nodeAllocatableUpdatePeriodSeconds'),
  field('VolumeLimitScaling', 'preventPodSchedulingIfMissing'),
]);

/**
 * Drops what a server drops of a CSIDriver: csiDriverStrategy.PrepareForCreate,
 * pkg/registry/storage/csidriver 1.33 to 1.36.
 */
export function dropDisabledCsiDriverFields(spec: CsiDriverSpec, path: FieldPath, verdict: Verdict): void {
  CSI_DRIVER_DROPS.run(spec, path, verdict);
}
