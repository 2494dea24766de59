import type { FieldPath } from '../path';
import type { Rule } from '../rule';
import type { PersistentVolumeClaimSpec, TypedLocalObjectReference } from '../schema/types';
import { hasAttributesClass } from '../rules/claims';
import type { Verdict } from '../verdict';

/** DropDisabledFields and EnforceDataSourceBackwardsCompatibility, pkg/api/persistentvolumeclaim 1.30 to 1.36. */
export function dropDisabledClaimFields(spec: PersistentVolumeClaimSpec, path: FieldPath, verdict: Verdict): void {
  dropAttributesClass(spec, path, verdict);
  if (spec.dataSourceRef?.namespace) {
    delete spec.dataSourceRef;
    verdict.dropped(path.child('dataSourceRef'), 'CrossNamespaceVolumeDataSource', 'remove dataSourceRef.namespace, or turn the gate on');
  }
  if (spec.dataSource && !spec.dataSourceRef && !isVolumeOrSnapshot(spec.dataSource)) {
    delete spec.dataSource;
    verdict.apply(OTHER_SOURCE, undefined, path.child('dataSource'));
  }
}

/** DropDisabledSpecFields, pkg/api/persistentvolume 1.36. */
export function dropAttributesClass(spec: { volumeAttributesClassName?: string }, path: FieldPath, verdict: Verdict): void {
  if (spec.volumeAttributesClassName === undefined || hasAttributesClass(verdict)) return;
  delete spec.volumeAttributesClassName;
  verdict.dropped(path.child('volumeAttributesClassName'), 'VolumeAttributesClass');
}

/** dataSourceIsPvcOrSnapshot, 1.36. */
const isVolumeOrSnapshot = ({ kind, apiGroup }: TypedLocalObjectReference) =>
  (kind === 'PersistentVolumeClaim' && !apiGroup) || (kind === 'VolumeSnapshot' && apiGroup === 'snapshot.storage.k8s.io');

const OTHER_SOURCE: Rule<undefined> = {
  id: 'field-dropped',
  judge: (_, path, verdict) =>
    verdict.lint('warning', path, 'field is dropped: it names neither a PersistentVolumeClaim nor a VolumeSnapshot', 'use dataSourceRef instead'),
};
