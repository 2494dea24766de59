import type { ObjectMeta } from '../schema/types';

/**
 * The StorageObjectInUseProtection admission plugin, on by default
 * (plugin/pkg/admission/storage/storageobjectinuseprotection, 1.36). Where there are no other finalizers,
 * nobody sees the one that it adds.
 */
export function addFinalizer(metadata: ObjectMeta | undefined, finalizer: string): void {
  const own = metadata?.finalizers;
  if (own?.length && !own.includes(finalizer)) metadata!.finalizers = [...own, finalizer];
}

/** The same as anybody sees it in the object that a server returns. */
export function addFinalizerAlways(metadata: ObjectMeta, finalizer: string): void {
  const own = metadata.finalizers ?? [];
  if (!own.includes(finalizer)) metadata.finalizers = [...own, finalizer];
}
