import { distinctOwners, setsGeneration } from '../rules/metadata';
import type { Strategy } from '../kinds/strategy';
import type { ObjectMeta } from '../schema/types';

/** What metadata belongs to. */
interface Place {
  readonly strategy: Strategy;
  readonly namespaced: boolean;
  /** Namespace of an object that names none. */
  readonly namespace: string;
  readonly minor: number;
}

/**
 * Metadata as a server leaves it: rest.BeforeCreate, apiserver 1.36. What only a server can know is left out.
 */
export function completeMetadata(
  metadata: ObjectMeta,
  { strategy, namespaced, namespace, minor }: Place,
): void {
  if (namespaced) metadata.namespace ||= namespace;
  else metadata.namespace = undefined;
  if (setsGeneration(strategy, minor)) metadata.generation = 1;
  metadata.ownerReferences = metadata.ownerReferences && [...distinctOwners(metadata.ownerReferences)];
  metadata.selfLink = undefined;
  metadata.deletionTimestamp = undefined;
  metadata.deletionGracePeriodSeconds = undefined;
}

/** What a server alone can give: told by its absence. */
export const SERVERS_OWN = ['creationTimestamp', 'managedFields', 'resourceVersion', 'uid'] as const;
