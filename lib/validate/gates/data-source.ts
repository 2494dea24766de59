import type { FieldPath } from '../path';
import type { PersistentVolumeClaimSpec, TypedLocalObjectReference } from '../schema/types';
import type { Verdict } from '../verdict';

/**
 * A source of data that only dataSourceRef may name is dropped: EnforceDataSourceBackwardsCompatibility,
 * pkg/api/persistentvolumeclaim 1.36.
 */
export function dropOtherDataSource(
  spec: PersistentVolumeClaimSpec,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!spec.dataSource || spec.dataSourceRef || isVolumeOrSnapshot(spec.dataSource)) return;
  delete spec.dataSource;
  verdict.droppedFor(
    path.field('dataSource'),
    'it refers to neither a PersistentVolumeClaim nor a VolumeSnapshot',
    'use dataSourceRef instead',
  );
}

/** dataSourceIsPvcOrSnapshot, 1.36. */
const isVolumeOrSnapshot = ({ kind, apiGroup }: TypedLocalObjectReference) =>
  (kind === 'PersistentVolumeClaim' && !apiGroup) ||
  (kind === 'VolumeSnapshot' && apiGroup === 'snapshot.storage.k8s.io');
