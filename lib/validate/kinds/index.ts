import type { KindRules } from './kind';
import { POD } from './pod';
import { replicated } from './replicated';

/** Kinds whose own rules are judged, by `apiVersion kind`. */
export const KIND_RULES: ReadonlyMap<string, KindRules<never>> = new Map<string, KindRules<never>>([
  ['v1 Pod', POD],
  ['apps/v1 Deployment', replicated('deployment')],
  ['apps/v1 ReplicaSet', replicated('replicaset')],
]);
