import type { ObjectMeta } from '../schema/types';

const OF_INIT_CONTAINERS = /^pod\.(?:alpha|beta)\.kubernetes\.io\/init-container(?:s|-statuses)$/;

/** dropInitContainerAnnotations, pkg/apis/core/v1 1.36. */
export function dropInitContainerAnnotations(metadata: ObjectMeta | undefined): void {
  if (!metadata?.annotations) return;
  metadata.annotations = Object.fromEntries(
    Object.entries(metadata.annotations).filter(([key]) => !OF_INIT_CONTAINERS.test(key)),
  );
}
