import type { AnyObject } from '../kinds/strategy';

/**
 * The StorageObjectInUseProtection admission plugin, on by default:
 * plugin/pkg/admission/storage/storageobjectinuseprotection, 1.36.
 */
export function addFinalizer(object: AnyObject, finalizer: string): void {
  const metadata = (object.metadata ??= {});
  const own = metadata.finalizers ?? [];
  if (!own.includes(finalizer)) metadata.finalizers = [...own, finalizer];
}
