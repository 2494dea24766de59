import type { PersistentVolumeClaimSpec, TypedLocalObjectReference } from '../schema/types';

/**
 * Each source of data stands for the other: NormalizeDataSources, pkg/api/persistentvolumeclaim 1.36. Of
 * claims of their own kind only.
 */
export function fillInDataSources(spec: PersistentVolumeClaimSpec): void {
  const { dataSource, dataSourceRef } = spec;
  if (dataSource && !dataSourceRef) spec.dataSourceRef = copy(dataSource);
  else if (dataSourceRef && !dataSource && !dataSourceRef.namespace) spec.dataSource = copy(dataSourceRef);
}

const copy = ({ apiGroup, kind, name }: TypedLocalObjectReference): TypedLocalObjectReference => ({
  apiGroup,
  kind,
  name,
});

/** SetDefaults_PersistentVolumeClaimSpec, 1.36. */
export function defaultClaimSpec(spec: PersistentVolumeClaimSpec): void {
  spec.volumeMode ??= 'Filesystem';
}
