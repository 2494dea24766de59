import { CLAIM } from './claim';
import type { KindRules } from './kind';
import { PERSISTENT_VOLUME_KIND } from './persistent-volume';
import { POD } from './pod';
import { replicated } from './replicated';

/** Kinds whose own rules are judged, by `apiVersion kind`. */
export const KIND_RULES: ReadonlyMap<string, KindRules<never>> = new Map<string, KindRules<never>>([
  ['v1 Pod', POD],
  ['v1 PersistentVolume', PERSISTENT_VOLUME_KIND],
  ['v1 PersistentVolumeClaim', CLAIM],
  ['apps/v1 Deployment', replicated('deployment')],
  ['apps/v1 ReplicaSet', replicated('replicaset')],
]);
