import { goJson } from '../../go/marshal';
import type { UnstructuredManifest } from '../manifests/unstructured';
import { LAST_APPLIED } from '../saved-config';

/** Keeps the manifest in an annotation, as kubectl apply does (util.CreateApplyAnnotation, 1.36). */
export function keepLastApplied(manifest: UnstructuredManifest): void {
  const { [LAST_APPLIED]: _, ...annotations } = manifest.annotations;
  manifest.annotations = annotations;
  manifest.annotate(LAST_APPLIED, `${goJson(manifest.toObject())}\n`);
}

/** Whether the manifest is kept in one already. */
export const hasLastApplied = ({ annotations }: UnstructuredManifest) => LAST_APPLIED in annotations;
