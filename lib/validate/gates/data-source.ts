import type { Field } from '../field';
import type { PersistentVolumeClaimSpec, TypedLocalObjectReference } from '../schema/types';

/**
 * A source of data that only dataSourceRef may name is dropped: EnforceDataSourceBackwardsCompatibility,
 * pkg/api/persistentvolumeclaim 1.36.
 */
export function dropOtherDataSource(spec: PersistentVolumeClaimSpec, at: Field): void {
  if (!spec.dataSource || spec.dataSourceRef || isVolumeOrSnapshot(spec.dataSource)) return;
  delete spec.dataSource;
  at.field('dataSource').droppedFor(
    'it refers to neither a PersistentVolumeClaim nor a VolumeSnapshot',
    'use dataSourceRef instead',
  );
}

/** dataSourceIsPvcOrSnapshot, 1.36. */
const isVolumeOrSnapshot = ({ kind, apiGroup }: TypedLocalObjectReference) =>
  (kind === 'PersistentVolumeClaim' && !apiGroup) ||
  (kind === 'VolumeSnapshot' && apiGroup === 'snapshot.storage.k8s.io');
