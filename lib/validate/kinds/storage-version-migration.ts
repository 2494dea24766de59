import { MIGRATED_RESOURCE } from '../rules/cluster-objects/storage-version-migration';
import type { StorageVersionMigration } from '../schema/types';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const STORAGE_VERSION_MIGRATION: Strategy<StorageVersionMigration> = {
  apiVersion: 'storagemigration.k8s.io/v1',
  kind: 'StorageVersionMigration',
  applyDefaults: NO_DEFAULTS,

  /** ValidateStorageVersionMigration, pkg/apis/storagemigration/validation 1.37. */
  validate: ({ spec = {} }, at) => at.field('spec', 'resource').apply(MIGRATED_RESOURCE, spec.resource ?? {}),
};
