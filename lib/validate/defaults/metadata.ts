import { distinctOwners, setsGeneration } from '../judging';
import type { Kind } from '../schema/schema';
import type { ObjectMeta } from '../schema/types';

/**
 * Metadata as a server leaves it: rest.BeforeCreate, apiserver 1.36. What only a server can know is left out.
 */
export function completeMetadata(
  metadata: ObjectMeta,
  { apiVersion, kind, namespaced }: Kind,
  namespace: string,
  minor: number,
): void {
  if (namespaced) metadata.namespace ||= namespace;
  else metadata.namespace = undefined;
  if (setsGeneration(`${apiVersion} ${kind}`, minor)) metadata.generation = 1;
  metadata.ownerReferences = metadata.ownerReferences && [...distinctOwners(metadata.ownerReferences)];
  metadata.selfLink = undefined;
  metadata.deletionTimestamp = undefined;
  metadata.deletionGracePeriodSeconds = undefined;
  metadata.annotations = withoutInitContainers(metadata.annotations);
}

const OF_INIT_CONTAINERS = /^pod\.(?:alpha|beta)\.kubernetes\.io\/init-container(?:s|-statuses)$/;

/** dropInitContainerAnnotations, pkg/apis/core/v1 1.36. */
export function withoutInitContainers(annotations: ObjectMeta['annotations']): ObjectMeta['annotations'] {
  const kept = Object.entries(annotations ?? {}).filter(([key]) => !OF_INIT_CONTAINERS.test(key));
  return annotations && Object.fromEntries(kept);
}

/** What a server alone can give: told by its absence. */
export const SERVERS_OWN = ['creationTimestamp', 'managedFields', 'resourceVersion', 'uid'] as const;
