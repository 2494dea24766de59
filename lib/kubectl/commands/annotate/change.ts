import { changedMap, conflictsIn, type MapChange } from '../../change/string-map';
import { KubectlError } from '../../errors';
import type { Pairs } from '../../flag-values/pairs';
import type { UnstructuredManifest } from '../../manifests/unstructured';

/** The change cause may always be replaced. */
const CHANGE_CAUSE = 'kubernetes.io/change-cause';

/** Refuses to set and remove the same annotation (validateAnnotations, kubectl 1.36). */
export function checkAnnotationChanges({ set, removed }: Pairs): void {
  const both = removed.filter((key) => set.has(key));
  if (both.length) {
    throw new KubectlError(
      `can not both modify and remove the following annotation(s) in the same command: ${both.join(', ')}`,
    );
  }
}

/** Changes the annotations of a manifest (updateAnnotations, kubectl 1.36). */
export function changeAnnotations(
  manifest: UnstructuredManifest,
  { set, removed, overwrite }: MapChange,
): void {
  const { annotations } = manifest;
  const clashes = overwrite
    ? []
    : conflictsIn(annotations, new Map([...set].filter(([key]) => key !== CHANGE_CAUSE)));
  if (clashes.length) {
    throw new KubectlError(
      `--overwrite is false but found the following declared annotation(s): ${clashes.join('; ')}`,
    );
  }
  manifest.annotations = changedMap(annotations, { set, removed });
}
